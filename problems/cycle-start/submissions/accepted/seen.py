class Solution:
    def detectCycle(self, head: Optional[ListNode]) -> Optional[ListNode]:
        seen = set()
        while head and head not in seen:
            seen.add(head)
            head = head.next
        return head
