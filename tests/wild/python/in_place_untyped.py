# Input: nums = [1,2,3,4], k = 1
# Output: [4,1,2,3]
class Solution(object):
    def rotate(self, nums, k):
        """
        :type nums: List[int]
        :rtype: None Do not return anything, modify nums in-place instead.
        """
        nums[:] = nums[-k:] + nums[:-k]
