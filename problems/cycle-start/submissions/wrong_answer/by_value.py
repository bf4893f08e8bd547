class Solution:
    def detectCycle(self, head: Optional[ListNode]) -> Optional[ListNode]:
        seen = {}
        while head and head.val not in seen:
            seen[head.val] = head
            head = head.next
        return head and seen[head.val]
