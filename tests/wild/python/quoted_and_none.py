# Input: root = []
# Output: []
# Input: root = [1,null,2]
# Output: [1,2]
class Solution:
    def preorder(self, root: "Optional[TreeNode]") -> "List[int]":
        if root is None:
            return None
        return [root.val] + (self.preorder(root.left) or []) + (self.preorder(root.right) or [])
