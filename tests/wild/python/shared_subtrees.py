# Return all possible trees of two levels whose three nodes are equal.
# Input: n = 2
# Output: [[2,2,2],[1,1,1]]


class Solution:
    def twins(self, n: int) -> List[Optional[TreeNode]]:
        found = []
        for value in range(1, n + 1):
            leaf = TreeNode(value)
            found.append(TreeNode(value, leaf, leaf))
        return found
