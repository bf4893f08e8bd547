fn lowestCommonAncestor(root: ?*TreeNode, p: ?*TreeNode, q: ?*TreeNode) ?*TreeNode {
    const node = root orelse return null;
    if (root == p or root == q) return root;
    const left = lowestCommonAncestor(node.left, p, q);
    const right = lowestCommonAncestor(node.right, p, q);
    if (left != null and right != null) return root;
    return left orelse right;
}
