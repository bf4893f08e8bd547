# Input
# ["Walker", "step", "rest", "step"]
# [[[5,3,8]], [], [], []]
# Output
# [null, 3, [5,8], 5]
class Walker(object):
    def __init__(self, root):
        """
        :type root: TreeNode
        """
        self.left = []
        self.walk(root)

    def walk(self, root):
        """
        :type root: TreeNode
        :rtype: None
        """
        if root:
            self.walk(root.left)
            self.left.append(root)
            self.walk(root.right)

    def step(self):
        """
        :rtype: int
        """
        return self.left.pop(0).val

    def rest(self):
        return [node.val for node in self.left]
