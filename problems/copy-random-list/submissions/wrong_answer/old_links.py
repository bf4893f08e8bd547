class Solution:
    def copyRandomList(self, head: 'Optional[Node]') -> 'Optional[Node]':
        first = last = Node(0)
        while head:
            last.next = Node(head.val)
            last = last.next
            last.random = head.random
            head = head.next
        return first.next
