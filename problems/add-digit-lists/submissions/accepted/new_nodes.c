struct ListNode* addTwoNumbers(struct ListNode* l1, struct ListNode* l2) {
    struct ListNode *head = NULL, **tail = &head;
    int carry = 0;
    while (l1 || l2 || carry) {
        if (l1) carry += l1->val, l1 = l1->next;
        if (l2) carry += l2->val, l2 = l2->next;
        *tail = malloc(sizeof(struct ListNode));
        (*tail)->val = carry % 10;
        (*tail)->next = NULL;
        tail = &(*tail)->next;
        carry /= 10;
    }
    return head;
}
