// Input: head = [3,2,0,-4], pos = 1
// Output: tail connects to node index 1
// Input: head = [1], pos = -1
// Output: no cycle
class Solution {
public:
    ListNode *detectCycle(ListNode *head) {
        set<ListNode *> seen;
        for (; head; head = head->next)
            if (!seen.insert(head).second) return head;
        return nullptr;
    }
};
