func lowestCommonAncestor(root, p, q *TreeNode) *TreeNode {
	parent := map[*TreeNode]*TreeNode{}
	var walk func(*TreeNode)
	walk = func(node *TreeNode) {
		for _, child := range []*TreeNode{node.Left, node.Right} {
			if child != nil {
				parent[child] = node
				walk(child)
			}
		}
	}
	walk(root)
	above := map[*TreeNode]bool{}
	for ; p != nil; p = parent[p] {
		above[p] = true
	}
	for !above[q] {
		q = parent[q]
	}
	return q
}
