const TreeNode = struct {
    val: i32,
    left: ?*TreeNode,
    right: ?*TreeNode,
};

fn invertTree(root: ?*TreeNode) ?*TreeNode {
    const node = root orelse return null;
    const left = invertTree(node.left);
    node.left = invertTree(node.right);
    node.right = left;
    return node;
}
