class Solution {
public:
    vector<vector<int>> rotateMatrix(vector<vector<int>>& matrix, int turns) {
        while (turns-- > 0) {
            int rows = matrix.size(), columns = matrix[0].size();
            vector<vector<int>> turned(columns, vector<int>(rows));
            for (int r = 0; r < rows; r++)
                for (int c = 0; c < columns; c++) turned[c][rows - 1 - r] = matrix[r][c];
            matrix.swap(turned);
        }
        return matrix;
    }
};