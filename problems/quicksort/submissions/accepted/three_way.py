class Solution:
    def sortArray(self, nums: List[int]) -> List[int]:
        if len(nums) < 2:
            return nums
        pivot = nums[len(nums) // 2]
        less = [x for x in nums if x < pivot]
        greater = [x for x in nums if x > pivot]
        equal = [pivot] * (len(nums) - len(less) - len(greater))
        return self.sortArray(less) + equal + self.sortArray(greater)