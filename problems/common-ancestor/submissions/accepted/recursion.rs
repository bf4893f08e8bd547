use std::rc::Rc;
use std::cell::RefCell;

type Tree = Option<Rc<RefCell<TreeNode>>>;

impl Solution {
    pub fn lowest_common_ancestor(
        root: Option<Rc<RefCell<TreeNode>>>,
        p: Option<Rc<RefCell<TreeNode>>>,
        q: Option<Rc<RefCell<TreeNode>>>,
    ) -> Option<Rc<RefCell<TreeNode>>> {
        let node = root.clone()?;
        let value = node.borrow().val;
        let wanted: [i32; 2] = [&p, &q].map(|each| each.as_ref().unwrap().borrow().val);
        if wanted.contains(&value) {
            return root;
        }
        let left: Tree = Self::lowest_common_ancestor(node.borrow().left.clone(), p.clone(), q.clone());
        let right: Tree = Self::lowest_common_ancestor(node.borrow().right.clone(), p, q);
        match (&left, &right) {
            (Some(_), Some(_)) => root,
            _ => left.or(right),
        }
    }
}
