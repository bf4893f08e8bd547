class Solution {
    using Grid = vector<vector<int>>;

    // One filter's map, pooled and activated.
    static void look(const vector<int>& image, const vector<int>& filter, int bias,
                     vector<int>& seen) {
        Grid map(6, vector<int>(6, bias));
        for (int r = 0; r < 6; r++)
            for (int c = 0; c < 6; c++)
                for (int i = 0; i < 9; i++)
                    map[r][c] += filter[i] * image[8 * (r + i / 3) + c + i % 3];
        for (int r = 0; r < 6; r += 2)
            for (int c = 0; c < 6; c += 2)
                seen.push_back(
                    max({0, map[r][c], map[r][c + 1], map[r + 1][c], map[r + 1][c + 1]}) / 64);
    }

public:
    int classify(vector<int>& image, Grid& filters, vector<int>& filterBias, Grid& weights,
                 vector<int>& bias) {
        vector<int> seen;
        for (size_t f = 0; f < filters.size(); f++) look(image, filters[f], filterBias[f], seen);
        vector<int> scores;
        for (size_t d = 0; d < weights.size(); d++)
            scores.push_back(inner_product(seen.begin(), seen.end(), weights[d].begin(), bias[d]));
        return max_element(scores.begin(), scores.end()) - scores.begin();
    }
};
