fn detectCycle(head: ?*ListNode) ?*ListNode {
    var slow = head;
    var fast = head;
    while (fast != null and fast.?.next != null) {
        slow = slow.?.next;
        fast = fast.?.next.?.next;
        if (slow == fast) {
            slow = head;
            while (slow != fast) {
                slow = slow.?.next;
                fast = fast.?.next;
            }
            return slow;
        }
    }
    return null;
}
