# Input: spans = [[1,3],[6,9]], extra = [4,7]
# Output: [[1,3],[4,9],[0,0]]
# Definition for an interval.
# class Interval(object):
#     def __init__(self, s=0, e=0):
#         self.start = s
#         self.end = e
class Solution(object):
    def joined(self, spans, extra):
        """
        :type spans: List[Interval]
        :type extra: Interval
        :rtype: List[Interval]
        """
        last = Interval(min(extra.start, spans[-1].start), e=max(extra.end, spans[-1].end))
        return spans[:-1] + [last, Interval()]
