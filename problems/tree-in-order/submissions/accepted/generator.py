class BSTIterator:
    def __init__(self, root: Optional[TreeNode]):
        self.values = self.walk(root)
        self.ahead = next(self.values, None)

    def walk(self, node):
        if node:
            yield from self.walk(node.left)
            yield node
            yield from self.walk(node.right)

    def next(self) -> int:
        node, self.ahead = self.ahead, next(self.values, None)
        return node.val

    def hasNext(self) -> bool:
        return self.ahead is not None
