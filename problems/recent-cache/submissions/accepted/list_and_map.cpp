class LRUCache {
    int capacity;
    list<pair<int, int>> pairs;
    unordered_map<int, list<pair<int, int>>::iterator> places;

public:
    LRUCache(int capacity) : capacity(capacity) {}

    int get(int key) {
        auto found = places.find(key);
        if (found == places.end()) return -1;
        pairs.splice(pairs.begin(), pairs, found->second);
        return found->second->second;
    }

    void put(int key, int value) {
        if (get(key) != -1 || places.count(key)) {
            places[key]->second = value;
            return;
        }
        if ((int)pairs.size() == capacity) {
            places.erase(pairs.back().first);
            pairs.pop_back();
        }
        pairs.emplace_front(key, value);
        places[key] = pairs.begin();
    }
};

/**
 * Your LRUCache object will be instantiated and called as such:
 * LRUCache* obj = new LRUCache(capacity);
 * int param_1 = obj->get(key);
 * obj->put(key,value);
 */
