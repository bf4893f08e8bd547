class Solution:
    def totalNQueens(self, n: int) -> int:
        @cache
        def place(taken):
            if taken == (1 << n) - 1:
                return 1
            return sum(place(taken | 1 << c) for c in range(n) if not taken >> c & 1)

        return place(0)