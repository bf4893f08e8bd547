class Solution {
public:
    ListNode* mergeKLists(vector<ListNode*>& lists) {
        auto later = [](ListNode* a, ListNode* b) { return a->val > b->val; };
        priority_queue<ListNode*, vector<ListNode*>, decltype(later)> queue(later);
        for (ListNode* list : lists)
            if (list) queue.push(list);
        ListNode first(0);
        ListNode* last = &first;
        while (!queue.empty()) {
            last = last->next = queue.top();
            queue.pop();
            if (last->next) queue.push(last->next);
        }
        return first.next;
    }
};
