# Input: head = [4,5,1,9], node = 5
# Output: [4,1,9]
class Solution:
    def deleteNode(self, node: ListNode) -> None:
        node.val, node.next = node.next.val, node.next.next
