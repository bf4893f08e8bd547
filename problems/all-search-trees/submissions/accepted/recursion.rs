use std::rc::Rc;
use std::cell::RefCell;

impl Solution {
    pub fn generate_trees(n: i32) -> Vec<Option<Rc<RefCell<TreeNode>>>> {
        fn trees(low: i32, high: i32) -> Vec<Option<Rc<RefCell<TreeNode>>>> {
            if low > high {
                return vec![None];
            }
            let mut all = vec![];
            for val in low..=high {
                for left in trees(low, val - 1) {
                    for right in trees(val + 1, high) {
                        all.push(Some(Rc::new(RefCell::new(TreeNode {
                            val,
                            left: left.clone(),
                            right,
                        }))));
                    }
                }
            }
            all
        }
        trees(1, n)
    }
}
