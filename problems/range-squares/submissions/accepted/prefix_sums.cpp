class Solution {
public:
    vector<long long> rangeSquares(vector<int>& values, vector<vector<int>>& queries, long long offset) {
        vector<long long> prefix{0};
        for (int v : values) prefix.push_back(prefix.back() + 1LL * v * v);
        vector<long long> answers;
        for (auto& q : queries) answers.push_back(offset + prefix[q[1] + 1] - prefix[q[0]]);
        return answers;
    }
};