func generateTrees(n int) []*TreeNode {
	var trees func(low, high int) []*TreeNode
	trees = func(low, high int) []*TreeNode {
		if low > high {
			return []*TreeNode{nil}
		}
		all := []*TreeNode{}
		for i := low; i <= high; i++ {
			for _, left := range trees(low, i-1) {
				for _, right := range trees(i+1, high) {
					all = append(all, &TreeNode{i, left, right})
				}
			}
		}
		return all
	}
	return trees(1, n)
}
