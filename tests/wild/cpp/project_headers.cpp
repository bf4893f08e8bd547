// Input: root = [2,1,3], text = "a b"
// Output: 6
#include "common/site.h"
#include "../../printing.hpp"
#include "stdlib.h"

class Solution {
public:
    int sum(TreeNode* root, std::string text) {
        vector<string> parts{text};
        if (root == nullptr) return int(parts.size()) - 1;
        return abs(root->val) + sum(root->left, text) + sum(root->right, text);
    }
};
