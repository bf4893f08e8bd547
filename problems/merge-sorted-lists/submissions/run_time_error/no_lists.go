func mergeKLists(lists []*ListNode) *ListNode {
	values := []int{}
	for l := lists[0]; l != nil; l = l.Next {
		values = append(values, l.Val)
	}
	for _, l := range lists[1:] {
		for ; l != nil; l = l.Next {
			values = append(values, l.Val)
		}
	}
	sort.Ints(values)
	var head *ListNode
	for i := len(values) - 1; i >= 0; i-- {
		head = &ListNode{values[i], head}
	}
	return head
}
