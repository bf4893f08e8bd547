class Solution {
public:
    vector<int> twoSum(vector<int>& nums, int target) {
        unordered_map<int, int> where;
        for (int i = (int)nums.size() - 1; i >= 0; --i) where[nums[i]] = i;
        for (int i = 0; i < (int)nums.size(); ++i) {
            auto it = where.find(target - nums[i]);
            if (it != where.end()) return {i, it->second};
        }
        return {};
    }
};