impl Solution {
    pub fn merge_k_lists(lists: Vec<Option<Box<ListNode>>>) -> Option<Box<ListNode>> {
        let mut values = vec![];
        for mut list in lists {
            while let Some(node) = list {
                values.push(node.val);
                list = node.next;
            }
        }
        values.sort_unstable_by(|a, b| b.cmp(a));
        let mut head = None;
        for val in values {
            head = Some(Box::new(ListNode { val, next: head }));
        }
        head
    }
}
