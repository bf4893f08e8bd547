# Input: words = ["a", "b", "a"]
# Output: 2
# wild: RE 'iteritems' is of Python 2; solutions run in Python 3, which has 'items'
class Solution(object):
    def most(self, words):
        """
        :type words: List[str]
        :rtype: int
        """
        seen = collections.Counter(words)
        return max(count for _, count in seen.iteritems())
