class Solution {
public:
    TreeNode* invertTree(TreeNode* root) {
        queue<TreeNode*> waiting({root});
        while (!waiting.empty()) {
            TreeNode* node = waiting.front();
            waiting.pop();
            if (!node) continue;
            swap(node->left, node->right);
            waiting.push(node->left);
            waiting.push(node->right);
        }
        return root;
    }
};
