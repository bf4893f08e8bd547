class Solution:
    def totalNQueens(self, n: int) -> int:
        full = (1 << n) - 1

        def place(columns, left, right):
            if columns == full:
                return 1
            count = 0
            free = full & ~(columns | left | right)
            while free:
                bit = free & -free
                free ^= bit
                count += place(columns | bit, (left | bit) << 1, (right | bit) >> 1)
            return count

        return place(0, 0, 0)
