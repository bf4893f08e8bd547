func levelOrder(root *TreeNode) [][]int {
	answer := [][]int{}
	level := []*TreeNode{root}
	for len(level) > 0 {
		values, below := []int{}, []*TreeNode{}
		for _, node := range level {
			values = append(values, node.Val)
			if node.Left != nil {
				below = append(below, node.Left)
			}
			if node.Right != nil {
				below = append(below, node.Right)
			}
		}
		answer, level = append(answer, values), below
	}
	return answer
}
