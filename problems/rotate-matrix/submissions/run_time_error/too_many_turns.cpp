#include <stdexcept>
#include <vector>
using std::vector;

class Solution {
public:
    vector<vector<int>> rotateMatrix(vector<vector<int>>& matrix, int turns) {
        if (turns > 1000) throw std::invalid_argument("more than 1000 turns");
        while (turns-- > 0) {
            vector<vector<int>> turned(matrix[0].size());
            for (size_t c = 0; c < turned.size(); ++c)
                for (size_t r = matrix.size(); r-- > 0;) turned[c].push_back(matrix[r][c]);
            matrix = turned;
        }
        return matrix;
    }
};