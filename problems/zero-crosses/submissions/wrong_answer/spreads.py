class Solution:
    def setZeroes(self, matrix: List[List[int]]) -> None:
        for i in range(len(matrix)):
            for j in range(len(matrix[0])):
                if matrix[i][j] == 0:
                    matrix[i] = [0] * len(matrix[0])
                    for row in matrix:
                        row[j] = 0
                    break
