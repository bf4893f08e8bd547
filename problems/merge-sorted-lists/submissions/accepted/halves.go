func mergeKLists(lists []*ListNode) *ListNode {
	m := len(lists)
	if m == 0 {
		return nil
	}
	if m == 1 {
		return lists[0]
	}
	return merge(mergeKLists(lists[:m/2]), mergeKLists(lists[m/2:]))
}

func merge(a, b *ListNode) *ListNode {
	first := ListNode{}
	last := &first
	for a != nil && b != nil {
		if a.Val < b.Val {
			last.Next, a = a, a.Next
		} else {
			last.Next, b = b, b.Next
		}
		last = last.Next
	}
	if a != nil {
		last.Next = a
	} else {
		last.Next = b
	}
	return first.Next
}
