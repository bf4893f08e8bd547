"""
# Definition for a Node.
class Node:
    def __init__(self, val = 0, neighbors = None):
        self.val = val
        self.neighbors = neighbors if neighbors is not None else []
"""

class Solution:
    def cloneGraph(self, node: Optional['Node']) -> Optional['Node']:
        copies = {}

        def copy(old):
            if old not in copies:
                copies[old] = Node(old.val)
                copies[old].neighbors = [copy(each) for each in old.neighbors]
            return copies[old]

        return copy(node) if node else None
