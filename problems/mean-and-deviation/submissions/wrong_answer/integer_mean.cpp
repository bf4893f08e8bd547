class Solution {
public:
    vector<double> meanAndDeviation(vector<double>& values) {
        double mean = accumulate(values.begin(), values.end(), 0) / (int)values.size();
        double squares = 0;
        for (double v : values) squares += (v - mean) * (v - mean);
        return {mean, values.size() > 1 ? sqrt(squares / (values.size() - 1)) : 0.0};
    }
};