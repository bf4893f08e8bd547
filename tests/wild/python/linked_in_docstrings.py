"""
Input: head = [1,2,3], others = [[9],[]], keep = 2
Output: [9,1,2]
"""
# Definition for singly-linked list.
# class ListNode(object):
#     def __init__(self, val=0, next=None):
#         self.val = val
#         self.next = next
class Solution(object):
    def joined(self, head, others, keep):
        """
        :type head: Optional[ListNode]
        :type others: List[ListNode]
        :type keep: int
        :rtype: ListNode
        """
        front = ListNode(0)
        last = front
        for chain in others:
            while chain:
                last.next = last = chain
                chain = chain.next
        while head and keep:
            last.next = last = ListNode(head.val)
            head, keep = head.next, keep - 1
        return front.next
