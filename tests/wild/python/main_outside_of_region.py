from leetcode_helpers import *


# @lcpr-template-start
# @lcpr-template-end
# @lc code=start
# Input: s = "ab", n = 2
# Output: "abab"
class Solution:
    def repeat(self, s: str, n: int) -> str:
        return s * n


# @lc code=end

if __name__ == "__main__":
    print(Solution().repeat("a", 3))
