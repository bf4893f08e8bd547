/**
 * Definition for singly-linked list.
 * struct ListNode {
 *     int val;
 *     struct ListNode *next;
 * };
 */
struct ListNode* reverseList(struct ListNode* head) {
    struct ListNode* before = NULL;
    while (head) {
        struct ListNode* next = head->next;
        head->next = before;
        before = head;
        head = next;
    }
    return before;
}
