pub fn reverseList(head: ?*ListNode) ?*ListNode {
    var before: ?*ListNode = null;
    var at = head;
    while (at) |node| {
        at = node.next;
        node.next = before;
        before = node;
    }
    return before;
}
