func levelOrder(root *TreeNode) (ans [][]int) {
	if root == nil {
		return
	}
	for q := []*TreeNode{root}; len(q) > 0; {
		p, vals := q, []int{}
		q = nil
		for _, node := range p {
			vals = append(vals, node.Val)
			if node.Left != nil {
				q = append(q, node.Left)
			}
			if node.Right != nil {
				q = append(q, node.Right)
			}
		}
		ans = append(ans, vals)
	}
	return
}
