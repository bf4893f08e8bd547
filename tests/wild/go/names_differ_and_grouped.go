// Input: root = [1,2,3], p = 2, q = 3
// Output: 1
/**
 * Definition for a binary tree node.
 * type TreeNode struct {
 *     Val int
 *     Left *TreeNode
 *     Right *TreeNode
 * }
 */
func lowestCommonAncestor(node, one, two *TreeNode) (answer *TreeNode) {
	if node == nil || node == one || node == two {
		return node
	}
	l, r := lowestCommonAncestor(node.Left, one, two), lowestCommonAncestor(node.Right, one, two)
	if l != nil && r != nil {
		return node
	}
	if l != nil {
		return l
	}
	return r
}
