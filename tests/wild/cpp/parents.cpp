// Input: tree = [4,2,6,1,3], node = 3
// Output: 4
// Input: tree = [4,2,6,1,3], node = 6
// Output: null
/*
class Node {
public:
    int val;
    Node* left;
    Node* right;
    Node* parent;
};
*/
class Solution {
public:
    Node* firstAncestorToTheRight(Node* node) {
        while (node->parent && node->parent->right == node) node = node->parent;
        return node->parent;
    }
};
