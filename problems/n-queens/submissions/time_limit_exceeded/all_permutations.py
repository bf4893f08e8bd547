class Solution:
    def totalNQueens(self, n: int) -> int:
        count = 0
        for columns in permutations(range(n)):
            rising = {row + column for row, column in enumerate(columns)}
            falling = {row - column for row, column in enumerate(columns)}
            if len(rising) == len(falling) == n:
                count += 1
        return count