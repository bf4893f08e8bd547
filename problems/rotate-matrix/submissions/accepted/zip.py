class Solution:
    def rotateMatrix(self, matrix: List[List[int]], turns: int) -> List[List[int]]:
        for _ in range(turns % 4):
            matrix = [list(column) for column in zip(*reversed(matrix))]
        return matrix
