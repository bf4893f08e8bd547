// Input: n = 3, m = 2
// Output: ["2:02", "6"]
class Solution {
public:
    vector<string> walk(int n, int m) {
        long long ways[n][m];
        memset(ways, -1, sizeof(ways));
        function<long long(int, int)> count = [&](int i, int j) -> long long {
            if (i == n || j == m) return 0;
            if (ways[i][j] >= 0) return ways[i][j];
            return ways[i][j] = 1 + max(count(i + 1, j), count(i, j + 1));
        };
        long long longest = count(0, 0);
        return {format("{}:{:02d}", m, 2), to_string(longest + m)};
    }
};
