/**
 * Definition for a binary tree node.
 * struct TreeNode {
 *     int val;
 *     TreeNode *left;
 *     TreeNode *right;
 *     TreeNode() : val(0), left(nullptr), right(nullptr) {}
 *     TreeNode(int x) : val(x), left(nullptr), right(nullptr) {}
 *     TreeNode(int x, TreeNode *left, TreeNode *right) : val(x), left(left), right(right) {}
 * };
 */
class BSTIterator {
    stack<TreeNode*> path;
    void down(TreeNode* node) {
        for (; node; node = node->left) path.push(node);
    }

public:
    BSTIterator(TreeNode* root) { down(root); }

    int next() {
        TreeNode* node = path.top();
        path.pop();
        down(node->right);
        return node->val;
    }

    bool hasNext() { return !path.empty(); }
};
