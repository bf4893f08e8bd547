// Input: n = 5
// Output: 120
class Solution {
public:
    long long factorial(int n) {
        auto dfs = [&](this auto&& dfs, int i) -> long long { return i <= 1 ? 1 : i * dfs(i - 1); };
        vector<int> order(n);
        ranges::iota(order, 0);
        string s = "iota";
        return s.contains("ot") ? dfs(order.back() + 1) : 0;
    }
};
