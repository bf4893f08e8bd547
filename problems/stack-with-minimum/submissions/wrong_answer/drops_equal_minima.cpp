class MinStack {
    vector<int> values, smallest;

public:
    void push(int val) {
        values.push_back(val);
        if (smallest.empty() || val < smallest.back()) smallest.push_back(val);
    }
    void pop() {
        if (values.back() == smallest.back() && smallest.size() > 1) smallest.pop_back();
        values.pop_back();
        if (values.empty()) smallest.clear();
    }
    int top() { return values.back(); }
    int getMin() { return smallest.back(); }
};
