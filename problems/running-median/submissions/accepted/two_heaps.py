class MedianFinder:
    def __init__(self):
        self.low, self.high = [], []

    def addNum(self, num: int) -> None:
        heappush(self.low, -heappushpop(self.high, num))
        if len(self.low) > len(self.high) + 1:
            heappush(self.high, -heappop(self.low))

    def findMedian(self) -> float:
        if len(self.low) > len(self.high):
            return -self.low[0]
        return (self.high[0] - self.low[0]) / 2
