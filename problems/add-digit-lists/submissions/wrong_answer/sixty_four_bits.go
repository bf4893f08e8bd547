func addTwoNumbers(l1 *ListNode, l2 *ListNode) *ListNode {
	sum, power := uint64(0), uint64(1)
	for l1 != nil || l2 != nil {
		if l1 != nil {
			sum += uint64(l1.Val) * power
			l1 = l1.Next
		}
		if l2 != nil {
			sum += uint64(l2.Val) * power
			l2 = l2.Next
		}
		power *= 10
	}
	head := &ListNode{Val: int(sum % 10)}
	last := head
	for sum /= 10; sum > 0; sum /= 10 {
		last.Next = &ListNode{Val: int(sum % 10)}
		last = last.Next
	}
	return head
}
