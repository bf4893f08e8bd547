class Solution:
    def largestRegion(self, grid: List[List[str]]) -> str:
        cells = {(r, c): letter for r, row in enumerate(grid) for c, letter in enumerate(row) if letter != "."}
        regions = []
        while cells:
            place, letter = cells.popitem()
            stack, size = [place], 0
            while stack:
                r, c = stack.pop()
                size += 1
                for near in ((r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)):
                    if cells.get(near) == letter:
                        del cells[near]
                        stack.append(near)
            regions.append((-size, letter))
        return min(regions)[1]