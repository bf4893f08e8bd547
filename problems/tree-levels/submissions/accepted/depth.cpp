class Solution {
    vector<vector<int>> answer;
    void walk(TreeNode* node, size_t depth) {
        if (!node) return;
        if (depth == answer.size()) answer.emplace_back();
        answer[depth].push_back(node->val);
        walk(node->left, depth + 1);
        walk(node->right, depth + 1);
    }

public:
    vector<vector<int>> levelOrder(TreeNode* root) {
        walk(root, 0);
        return answer;
    }
};
