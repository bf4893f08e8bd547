# Input: nums = [1,2], k = 3
# Output: [0.33333, 0.66667]
class Solution(object):
    def parts(self, nums, k):
        return [x / k for x in nums]
