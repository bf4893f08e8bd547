# Input: head = [1,2,3], node = 2
# Output: [3,2,1]
"""
class Node:
    def __init__(self, val, prev=None, next=None):
        self.val = val
        self.prev = prev
        self.next = next
"""


class Solution:
    def backwards(self, node: "Optional[Node]") -> List[int]:
        while node.next:
            node = node.next
        found = []
        while node:
            found.append(node.val)
            node = node.prev
        return found
