class MinStack {
private:
    stack<int> values, smallest;

public:
    MinStack() {

    }

    void push(int val) {
        values.push(val);
        if (smallest.empty() || val <= smallest.top()) smallest.push(val);
    }

    void pop() {
        if (values.top() == smallest.top()) smallest.pop();
        values.pop();
    }

    int top() { return values.top(); }

    int getMin() { return smallest.top(); }
};
