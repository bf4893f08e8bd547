class Solution:
    def generateTrees(self, n: int) -> List[Optional[TreeNode]]:
        @cache
        def trees(low, high):
            if low > high:
                return [None]
            return [
                TreeNode(root, left, right)
                for root in range(low, high + 1)
                for left in trees(low, root - 1)
                for right in trees(root + 1, high)
            ]

        return trees(1, n)
