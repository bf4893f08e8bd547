# Input: n = 10
# Output: [4, 3]
class Solution:
    def powers(self, n: int) -> List[int]:
        start = datetime.date(2024, 1, 1)
        assert isinstance(datetime.datetime(2024, 1, 1), datetime.date) and start.year == 2024
        return [pow(2, n, 5), floor(sqrt(n))]
