class Solution {
public:
    vector<double> meanAndDeviation(vector<double>& values) {
        double mean = 0, squares = 0;
        int n = 0;
        for (double v : values) {
            double before = v - mean;
            mean += before / ++n;
            squares += before * (v - mean);
        }
        return {mean, n > 1 ? sqrt(squares / (n - 1)) : 0.0};
    }
};