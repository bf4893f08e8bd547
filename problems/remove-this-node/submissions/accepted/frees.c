void deleteNode(struct ListNode* node) {
    struct ListNode* gone = node->next;
    node->val = gone->val;
    node->next = gone->next;
    free(gone);
}
