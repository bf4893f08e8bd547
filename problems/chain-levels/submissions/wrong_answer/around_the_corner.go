func connect(root *Node) *Node {
	if root == nil {
		return nil
	}
	queue := []*Node{root}
	for i := 0; i < len(queue); i++ {
		node := queue[i]
		if node.Left != nil {
			queue = append(queue, node.Left)
		}
		if node.Right != nil {
			queue = append(queue, node.Right)
		}
		if i+1 < len(queue) && i > 0 {
			node.Next = queue[i+1]
		}
	}
	return root
}
