/*
// Definition for a Node.
class Node {
public:
    int val;
    vector<Node*> neighbors;
    Node() {
        val = 0;
        neighbors = vector<Node*>();
    }
    Node(int _val) {
        val = _val;
        neighbors = vector<Node*>();
    }
};
*/

class Solution {
public:
    Node* cloneGraph(Node* node) {
        if (!node) return nullptr;
        unordered_map<Node*, Node*> copies{{node, new Node(node->val)}};
        queue<Node*> waiting{{node}};
        while (!waiting.empty()) {
            Node* old = waiting.front();
            waiting.pop();
            for (Node* each : old->neighbors) {
                if (!copies.contains(each)) {
                    copies[each] = new Node(each->val);
                    waiting.push(each);
                }
                copies[old]->neighbors.push_back(copies[each]);
            }
        }
        return copies[node];
    }
};
