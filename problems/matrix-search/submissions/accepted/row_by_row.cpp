class Solution {
public:
    bool searchMatrix(const vector<vector<int>>& matrix, int target) {
        return any_of(matrix.begin(), matrix.end(), [&](const vector<int>& row) {
            return binary_search(row.begin(), row.end(), target);
        });
    }
};