class Solution:
    def rangeSquares(self, values: List[int], queries: List[List[int]], offset: int) -> List[int]:
        prefix = list(accumulate((v * v for v in values), initial=0))
        return [offset + prefix[right + 1] - prefix[left] for left, right in queries]
