class Solution {
public:
    vector<TreeNode*> generateTrees(int n) { return trees(1, n); }

    vector<TreeNode*> trees(int low, int high) {
        if (low > high) return {nullptr};
        vector<TreeNode*> answer;
        for (int root = high; root >= low; root--)
            for (TreeNode* left : trees(low, root - 1))
                for (TreeNode* right : trees(root + 1, high))
                    answer.push_back(new TreeNode(root, left, right));
        return answer;
    }
};
