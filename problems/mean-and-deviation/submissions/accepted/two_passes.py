class Solution:
    def meanAndDeviation(self, values: List[float]) -> List[float]:
        n = len(values)
        mean = fsum(values) / n
        if n == 1:
            return [mean, 0.0]
        return [mean, sqrt(fsum((v - mean) ** 2 for v in values) / (n - 1))]
