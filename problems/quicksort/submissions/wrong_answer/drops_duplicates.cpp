class Solution {
public:
    vector<int> sortArray(vector<int>& nums) {
        set<int> ordered(nums.begin(), nums.end());
        return vector<int>(ordered.begin(), ordered.end());
    }
};