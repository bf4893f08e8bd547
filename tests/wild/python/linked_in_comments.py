# Input: root = [2,1,3], head = [5,6]
# Output: [5,6,1,2,3]
class Solution:
    # @param {TreeNode} root
    # @param head, a ListNode
    # @return a list node
    def chained(self, root, head):
        last = head
        for value in self.values(root):
            while last.next:
                last = last.next
            last.next = ListNode(value)
        return head

    def values(self, root):
        return self.values(root.left) + [root.val] + self.values(root.right) if root else []
