class Solution {
public:
    void deleteNode(ListNode* node) {
        ListNode* gone = node->next;
        *node = *gone;
        delete gone;
    }
};
