/*
Deepest level of a tree, as old pages draw it.

Input: [7,2,null,5]
       7
      /
     2
    /
   5
Output: 3

Input:
root = [1]

This is what it looks like:
x = y + 1

Output: 1
*/
func levels(root *TreeNode) int {
	if root == nil {
		return 0
	}
	return 1 + max(levels(root.Left), levels(root.Right))
}
