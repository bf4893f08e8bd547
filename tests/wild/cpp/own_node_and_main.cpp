#include <bits/stdc++.h>
using namespace std;

struct Node {
    Node* next[26] = {};
    bool end = false;
};

// @lc code=start
// Input: root = [3,9,20,null,null,15,7]
// Output: [[3],[9,20],[15,7]]
class Solution {
public:
    vector<vector<int>> levelOrder(TreeNode* root) {
        vector<vector<int>> answer;
        vector<TreeNode*> level;
        if (root) level.push_back(root);
        while (!level.empty()) {
            vector<TreeNode*> below;
            answer.push_back({});
            for (auto node : level) {
                answer.back().push_back(node->val);
                if (node->left) below.push_back(node->left);
                if (node->right) below.push_back(node->right);
            }
            level = below;
        }
        return answer;
    }
};
// @lc code=end

int main() {
    cout << Solution().levelOrder(nullptr).size() << endl;
}
