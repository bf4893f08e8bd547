# Input: nums = [1,2,3], k = 2
# Output: 2
class Solution:
    def pick(self, nums, k):
        return nums[k - 1]
