# Rearrange the letters so that equal ones stand together. If there are several answers, return
# any of them.
#
# Example 1:
# Input: s = "abab"
# Output: "aabb"
# Explanation: 'a' comes first here, but "bbaa" is also a valid answer.


class Solution:
    def gather(self, s: str) -> str:
        return "".join(c * s.count(c) for c in sorted(set(s), reverse=True))
