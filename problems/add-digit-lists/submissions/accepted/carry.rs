impl Solution {
    pub fn add_two_numbers(
        mut l1: Option<Box<ListNode>>,
        mut l2: Option<Box<ListNode>>,
    ) -> Option<Box<ListNode>> {
        let mut first = ListNode::new(0);
        let mut last = &mut first;
        let mut carry = 0;
        while l1.is_some() || l2.is_some() || carry > 0 {
            for list in [&mut l1, &mut l2] {
                if let Some(node) = list.take() {
                    carry += node.val;
                    *list = node.next;
                }
            }
            last.next = Some(Box::new(ListNode::new(carry % 10)));
            last = last.next.as_mut().unwrap();
            carry /= 10;
        }
        first.next
    }
}
