# Input: root = [1,2,3]
# Output: [2,4,6]
class Solution(object):
    def doubled(self, root):
        """
        :type root: TreeNode
        :rtype: void Do not return anything, modify root in-place instead.
        """
        if root:
            root.val *= 2
            self.doubled(root.left)
            self.doubled(root.right)
