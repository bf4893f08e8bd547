class Solution:
    def meanAndDeviation(self, values: List[float]) -> List[float]:
        mean = sum(values) / len(values)
        variance = sum((v - mean) ** 2 for v in values) / (len(values) - 1)
        return [mean, variance**0.5]