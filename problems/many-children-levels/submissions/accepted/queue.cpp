/*
// Definition for a Node.
class Node {
public:
    int val;
    vector<Node*> children;

    Node() {}

    Node(int _val) {
        val = _val;
    }

    Node(int _val, vector<Node*> _children) {
        val = _val;
        children = _children;
    }
};
*/

class Solution {
public:
    vector<vector<int>> levelOrder(Node* root) {
        vector<vector<int>> answer;
        vector<Node*> level;
        if (root) level.push_back(root);
        while (level.size()) {
            answer.push_back({});
            vector<Node*> below;
            for (auto node : level) {
                answer.back().push_back(node->val);
                below.insert(below.end(), node->children.begin(), node->children.end());
            }
            level.swap(below);
        }
        return answer;
    }
};
