class Solution {
public:
    bool searchMatrix(vector<vector<int>>& matrix, int target) {
        for (auto& row : matrix) {
            int lo = 0, hi = row.size() - 1;
            while (lo < hi) {
                int middle = lo + (hi - lo) / 2;
                if (row[middle] == target) return true;
                if (row[middle] < target) lo = middle + 1;
                else hi = middle;
            }
        }
        return false;
    }
};