class Solution {
public:
    void deleteNode(ListNode* node) {
        if (node->val != 0) {
            node->val = node->next->val;
            node->next = node->next->next;
        }
    }
};
