use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

impl Solution {
    pub fn level_order(root: Option<Rc<RefCell<TreeNode>>>) -> Vec<Vec<i32>> {
        let mut answer = vec![];
        let mut queue: VecDeque<_> = root.into_iter().collect();
        while !queue.is_empty() {
            let mut level = vec![];
            for _ in 0..queue.len() {
                let node = queue.pop_front().unwrap();
                let mut node = node.borrow_mut();
                level.push(node.val);
                queue.extend(node.left.take());
                queue.extend(node.right.take());
            }
            answer.push(level);
        }
        answer
    }
}
