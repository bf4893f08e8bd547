class LRUCache {
    size_t capacity;
    deque<pair<int, int>> pairs;

    bool use(int key) {
        for (auto at = pairs.begin(); at != pairs.end(); ++at)
            if (at->first == key) {
                auto pair = *at;
                pairs.erase(at);
                pairs.push_back(pair);
                return true;
            }
        return false;
    }

public:
    LRUCache(int capacity) { this->capacity = capacity; }
    int get(int key) { return use(key) ? pairs.back().second : -1; }
    void put(int key, int value) {
        if (use(key)) {
            pairs.back().second = value;
            return;
        }
        if (pairs.size() > capacity) pairs.pop_front();
        pairs.push_back({key, value});
    }
};
