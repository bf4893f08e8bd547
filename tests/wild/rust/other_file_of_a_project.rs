// Input: n = 3
// Output: 3
// wild: CE A solution is judged by itself
use crate::numbers::same;

impl Solution {
    pub fn same(n: i32) -> i32 {
        same(n)
    }
}
