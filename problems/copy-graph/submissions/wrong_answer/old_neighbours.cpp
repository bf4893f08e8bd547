class Solution {
public:
    Node* cloneGraph(Node* node) {
        if (!node) return node;
        Node* copy = new Node(node->val);
        copy->neighbors = node->neighbors;
        return copy;
    }
};
