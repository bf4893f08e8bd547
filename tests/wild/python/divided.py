# Input: nums = [1,2,3]
# Output: 2
# wild: RE in Python 3 `/` gives a float
class Solution(object):
    def middle(self, nums):
        return nums[len(nums) / 2]
