class Solution:
    def myPow(self, x: float, n: int) -> float:
        if n < 0:
            return 1 / x * self.myPow(1 / x, -n - 1)
        result = 1.0
        while n and result:
            result *= x
            n -= 1
        return result