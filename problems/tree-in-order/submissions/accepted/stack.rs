// Definition for a binary tree node.
// #[derive(Debug, PartialEq, Eq)]
// pub struct TreeNode {
//   pub val: i32,
//   pub left: Option<Rc<RefCell<TreeNode>>>,
//   pub right: Option<Rc<RefCell<TreeNode>>>,
// }
use std::cell::RefCell;
use std::rc::Rc;

struct BSTIterator {
    path: Vec<Rc<RefCell<TreeNode>>>,
}

impl BSTIterator {
    fn new(root: Option<Rc<RefCell<TreeNode>>>) -> Self {
        let mut made = BSTIterator { path: vec![] };
        made.down(root);
        made
    }

    fn down(&mut self, mut at: Option<Rc<RefCell<TreeNode>>>) {
        while let Some(node) = at {
            at = node.borrow().left.clone();
            self.path.push(node);
        }
    }

    fn next(&mut self) -> i32 {
        let node = self.path.pop().unwrap();
        self.down(node.borrow().right.clone());
        let value = node.borrow().val;
        value
    }

    fn has_next(&self) -> bool {
        !self.path.is_empty()
    }
}
