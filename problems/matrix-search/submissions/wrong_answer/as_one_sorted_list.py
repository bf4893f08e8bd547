class Solution:
    def searchMatrix(self, matrix: List[List[int]], target: int) -> bool:
        columns = len(matrix[0])
        lo, hi = 0, len(matrix) * columns - 1
        while lo <= hi:
            middle = (lo + hi) // 2
            value = matrix[middle // columns][middle % columns]
            if value == target:
                return True
            if value < target:
                lo = middle + 1
            else:
                hi = middle - 1
        return False