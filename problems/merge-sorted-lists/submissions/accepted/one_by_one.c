typedef struct ListNode Node;

Node* merge(Node* a, Node* b) {
    Node first, *last = &first;
    while (a && b) {
        Node** from = a->val <= b->val ? &a : &b;
        last = last->next = *from;
        *from = (*from)->next;
    }
    last->next = a ? a : b;
    return first.next;
}

struct ListNode* mergeKLists(struct ListNode** lists, int listsSize) {
    if (listsSize == 0) return NULL;
    if (listsSize == 1) return lists[0];
    return merge(mergeKLists(lists, listsSize / 2), mergeKLists(lists + listsSize / 2, listsSize - listsSize / 2));
}
