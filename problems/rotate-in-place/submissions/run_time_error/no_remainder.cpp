class Solution {
public:
    void rotate(vector<int>& nums, int k) {
        vector<int> old = nums;
        for (size_t i = 0; i < nums.size(); i++) nums.at(i + k < nums.size() ? i + k : i + k - nums.size()) = old[i];
    }
};
