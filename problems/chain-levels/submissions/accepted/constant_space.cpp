/*
// Definition for a Node.
class Node {
public:
    int val;
    Node* left;
    Node* right;
    Node* next;

    Node() : val(0), left(NULL), right(NULL), next(NULL) {}

    Node(int _val) : val(_val), left(NULL), right(NULL), next(NULL) {}

    Node(int _val, Node* _left, Node* _right, Node* _next)
        : val(_val), left(_left), right(_right), next(_next) {}
};
*/

class Solution {
public:
    Node* connect(Node* root) {
        Node* above = root;
        while (above) {
            Node first;
            Node* last = &first;
            for (; above; above = above->next) {
                if (above->left) last = last->next = above->left;
                if (above->right) last = last->next = above->right;
            }
            above = first.next;
        }
        return root;
    }
};
