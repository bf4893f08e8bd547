class Solution:
    def connect(self, root: 'Node') -> 'Node':
        if root and root.left and root.right:
            root.left.next = root.right
        if root:
            self.connect(root.left)
            self.connect(root.right)
        return root
