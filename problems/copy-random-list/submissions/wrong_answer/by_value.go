func copyRandomList(head *Node) *Node {
	copies := map[int]*Node{}
	first := &Node{}
	last := first
	for node := head; node != nil; node = node.Next {
		last.Next = &Node{Val: node.Val}
		last = last.Next
		copies[node.Val] = last
	}
	for node, made := head, first.Next; node != nil; node, made = node.Next, made.Next {
		if node.Random != nil {
			made.Random = copies[node.Random.Val]
		}
	}
	return first.Next
}
