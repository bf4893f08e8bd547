/**
 * // This is the interface that allows for creating nested lists.
 * // You should not implement it, or speculate about its implementation
 * class NestedInteger {
 *   public:
 *     bool isInteger() const;
 *     int getInteger() const;
 *     const vector<NestedInteger> &getList() const;
 * };
 */
class Solution {
public:
    int depthSum(vector<NestedInteger>& nestedList, int depth = 1) {
        int sum = 0;
        for (const auto& item : nestedList) {
            auto inner = item.getList();
            sum += item.isInteger() ? item.getInteger() * depth : depthSum(inner, depth + 1);
        }
        return sum;
    }
};
