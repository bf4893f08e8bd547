class Solution:
    def rotateMatrix(self, matrix: List[List[int]], turns: int) -> List[List[int]]:
        if turns % 2:
            return [list(column) for column in zip(*matrix)]
        return matrix