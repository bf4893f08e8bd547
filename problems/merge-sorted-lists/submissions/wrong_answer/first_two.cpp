class Solution {
public:
    ListNode* mergeKLists(vector<ListNode*>& lists) {
        if (lists.empty()) return nullptr;
        ListNode* a = lists[0];
        ListNode* b = lists.size() > 1 ? lists[1] : nullptr;
        ListNode first;
        ListNode* last = &first;
        for (; a && b; last = last->next)
            if (a->val < b->val) last->next = a, a = a->next;
            else last->next = b, b = b->next;
        last->next = a ? a : b;
        return first.next;
    }
};
