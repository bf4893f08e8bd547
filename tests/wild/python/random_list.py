# Input: head = [[7,null],[13,0],[11,1]]
# Output: [[7,null],[13,0],[11,1]]
"""
# Definition for a Node.
class Node:
    def __init__(self, x: int, next: 'Node' = None, random: 'Node' = None):
        self.val = int(x)
        self.next = next
        self.random = random
"""


class Solution:
    def copyRandomList(self, head: "Optional[Node]") -> "Optional[Node]":
        return deepcopy(head)
