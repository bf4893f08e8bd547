class Solution:
    def largestRegion(self, grid: List[List[str]]) -> str:
        rows, columns = len(grid), len(grid[0])
        best = (0, ".")
        for r, c in product(range(rows), range(columns)):
            letter = grid[r][c]
            if letter == ".":
                continue
            size, stack = 0, [(r, c)]
            grid[r][c] = "."
            while stack:
                i, j = stack.pop()
                size += 1
                for a, b in ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)):
                    if 0 <= a < rows and 0 <= b < columns and grid[a][b] == letter:
                        grid[a][b] = "."
                        stack.append((a, b))
            best = min(best, (-size, letter))
        return best[1]
