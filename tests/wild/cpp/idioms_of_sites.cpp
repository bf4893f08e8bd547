// Input: nums = [4,1,3]
// Output: [1,3,4]
class Solution {
public:
    vector<int> sorted(vector<int>& nums) {
        int n = nums.size();
        int kept[n];
        copy(nums.begin(), nums.end(), kept);
        sort(kept, kept + n);
        vector<int> all(kept, kept + n);
        vector<int> moved = move(all);
        return moved;
    }
};
