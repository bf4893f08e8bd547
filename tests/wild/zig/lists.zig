// Input: lists = [[1,4],[2],[]]
// Output: [1,4,2]
fn chain(lists: []?*ListNode) ?*ListNode {
    var first: ListNode = .{};
    var last = &first;
    for (lists) |list| {
        last.next = list;
        while (last.next) |node| last = node;
    }
    return first.next;
}
