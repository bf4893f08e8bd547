// Input: head = [1,2,3,4], k = 2
// Output: [2,1,4,3]
struct ListNode {
    int val;
    ListNode* next;
    explicit ListNode(int x) : val(x), next(NULL) {}
};

class Solution {
public:
    ListNode* reverseKGroup(ListNode* head, int k) {
        ListNode* end = head;
        for (int i = 0; i < k; i++) {
            if (!end) return head;
            end = end->next;
        }
        ListNode *before = reverseKGroup(end, k), *at = head;
        while (at != end) {
            ListNode* next = at->next;
            at->next = before;
            before = at;
            at = next;
        }
        return before;
    }
};
