class Solution {
public:
    ListNode* reverseList(ListNode* head) {
        ListNode* before = nullptr;
        while (head && head->next) {
            ListNode* next = head->next;
            head->next = before;
            before = head;
            head = next;
        }
        return before;
    }
};
