class Solution:
    def generateTrees(self, n: int) -> List[Optional[TreeNode]]:
        def trees(low, high):
            if low > high:
                return [None]
            ends = {low, high}
            return [
                TreeNode(root, left, right)
                for root in ends
                for left in trees(low, root - 1)
                for right in trees(root + 1, high)
            ]

        return trees(1, n)
