// Input: nums = [1,2,3], k = 2
// Output: [3,1]
use std::collections::HashMap;
use std::rc::Rc;

struct Solution;

impl Solution {
    pub fn ends(nums: Vec<i32>, k: i32) -> Vec<i32> {
        let counts: HashMap<i32, usize> = nums.iter().map(|&x| (x, 1)).collect();
        let Some(last) = nums.last() else {
            return vec![];
        };
        let shared = Rc::new(k);
        vec![*last, (counts.len() as i32 - *shared).max(Self::least(&nums))]
    }

    fn least(nums: &[i32]) -> i32 {
        *nums.iter().min().unwrap()
    }
}

fn main() {
    println!("{:?}", Solution::ends(vec![1], 1));
}
