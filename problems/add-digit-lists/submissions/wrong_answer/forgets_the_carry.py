class Solution:
    def addTwoNumbers(self, l1: ListNode, l2: ListNode) -> ListNode:
        first = last = ListNode(0)
        carry = 0
        while l1 or l2:
            carry += (l1.val if l1 else 0) + (l2.val if l2 else 0)
            last.next = last = ListNode(carry % 10)
            carry //= 10
            l1 = l1 and l1.next
            l2 = l2 and l2.next
        return first.next
