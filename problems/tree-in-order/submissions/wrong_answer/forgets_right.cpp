class BSTIterator {
    vector<int> values;
    void walk(TreeNode* node) {
        if (!node) return;
        walk(node->right);
        values.push_back(node->val);
        walk(node->left);
    }

public:
    BSTIterator(TreeNode* root) {
        walk(root);
    }
    int next() {
        int value = values.front();
        values.erase(values.begin());
        return value;
    }
    bool hasNext() { return values.size() > 0; }
};
