class Solution {
public:
    void setZeroes(vector<vector<int>>& matrix) {
        const int rows = matrix.size(), columns = matrix[0].size();
        bool first = false;
        for (int i = 0; i < rows; ++i) {
            if (matrix[i][0] == 0) first = true;
            for (int j = 1; j < columns; ++j)
                if (matrix[i][j] == 0) matrix[i][0] = matrix[0][j] = 0;
        }
        for (int i = rows - 1; i >= 0; --i) {
            for (int j = 1; j < columns; ++j)
                if (matrix[i][0] == 0 || matrix[0][j] == 0) matrix[i][j] = 0;
            if (first) matrix[i][0] = 0;
        }
    }
};
