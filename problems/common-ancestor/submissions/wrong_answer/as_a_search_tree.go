func lowestCommonAncestor(root, p, q *TreeNode) *TreeNode {
	for node := root; ; {
		if node == nil {
			return root
		}
		if p.Val < node.Val && q.Val < node.Val {
			node = node.Left
		} else if p.Val > node.Val && q.Val > node.Val {
			node = node.Right
		} else {
			return node
		}
	}
}
