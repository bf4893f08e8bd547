class Solution {
    using Matrix = vector<vector<int>>;

    Matrix turned(const Matrix& matrix) {
        Matrix result(matrix[0].size(), vector<int>(matrix.size()));
        for (size_t r = 0; r < matrix.size(); ++r)
            for (size_t c = 0; c < matrix[0].size(); ++c)
                result[c][matrix.size() - 1 - r] = matrix[r][c];
        return result;
    }

public:
    vector<vector<int>> rotateMatrix(vector<vector<int>> matrix, int turns) {
        for (int i = 0; i < turns % 4; ++i) matrix = turned(matrix);
        return matrix;
    }
};