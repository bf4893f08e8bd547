# Input: head = [1,2,3]
# Output: [3,2,1]
from structures.lists import ListNode, show
from typing import Optional
import helpers.printing as printing


class Solution:
    def reversed(self, head: Optional[ListNode]) -> Optional[ListNode]:
        before = None
        while head:
            head.next, before, head = before, head, head.next
        return before


if __name__ == "__main__":
    printing.out(show(Solution().reversed(ListNode(1))))
