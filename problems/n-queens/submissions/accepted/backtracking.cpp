class Solution {
    vector<int> queens;

    bool fits(int column) {
        int row = queens.size();
        for (int r = 0; r < row; ++r) {
            if (queens[r] == column || abs(queens[r] - column) == row - r) return false;
        }
        return true;
    }

public:
    int totalNQueens(int n) {
        if ((int)queens.size() == n) return 1;
        int count = 0;
        for (int c = 0; c < n; ++c) {
            if (!fits(c)) continue;
            queens.push_back(c);
            count += totalNQueens(n);
            queens.pop_back();
        }
        return count;
    }
};