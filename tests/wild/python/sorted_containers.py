# Input: nums = [5,1,4]
# Output: 4
class Solution:
    def middle(self, nums: List[int]) -> int:
        kept = SortedList(nums)
        return kept[1]
