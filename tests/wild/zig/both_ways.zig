// Input: head = [1,2,3]
// Output: [3,2,1]

// const Node = struct { val: i32, prev: ?*Node, next: ?*Node };
fn turned(head: ?*Node) ?*Node {
    var at = head;
    var last: ?*Node = null;
    while (at) |node| {
        const following = node.next;
        node.next = node.prev;
        node.prev = following;
        last = node;
        at = following;
    }
    return last;
}
