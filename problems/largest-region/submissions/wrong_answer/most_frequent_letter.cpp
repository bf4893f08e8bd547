class Solution {
public:
    char largestRegion(vector<vector<char>>& grid) {
        array<int, 128> count{};
        for (auto& row : grid)
            for (char c : row)
                if (c != '.') ++count[c];
        char best = '.';
        for (char c = 'a'; c <= 'z'; ++c)
            if (count[c] > count[best]) best = c;
        return best;
    }
};