class Solution:
    def removeElement(self, nums: List[int], val: int) -> int:
        kept = 0
        for number in nums:
            if number != val:
                nums[kept] = number
                kept += 1
        return kept
