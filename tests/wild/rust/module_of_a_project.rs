/**
 * Input: head = [1,2,3], root = [5,1,7]
 * Output: [3,2,1,5]
 */
pub struct Solution {}
use crate::util::{
    linked_list::{to_list, ListNode},
    tree::TreeNode,
};
use std::{cell::RefCell, rc::Rc};

impl Solution {
    pub fn joined(
        head: Option<Box<ListNode>>,
        root: Option<Rc<RefCell<TreeNode>>>,
    ) -> Option<Box<ListNode>> {
        let mut last = Box::new(ListNode::new(root.map_or(0, |node| node.borrow().val)));
        let mut rest = head;
        while let Some(mut node) = rest {
            rest = node.next.replace(last);
            last = node;
        }
        Some(last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing() {
        assert_eq!(Solution::joined(to_list(vec![]), None), to_list(vec![0]));
    }
}
