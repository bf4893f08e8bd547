"""
# Definition for a Node.
class Node:
    def __init__(self, val: Optional[int] = None, children: Optional[List['Node']] = None):
        self.val = val
        self.children = children
"""

class Solution:
    def levelOrder(self, root: 'Node') -> List[List[int]]:
        answer, level = [], [root] if root else []
        while level:
            answer.append([node.val for node in level])
            level = [child for node in level for child in node.children]
        return answer
