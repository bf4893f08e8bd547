// Input: n = 3
// Output: 3
// wild: CE the crate `rand` is not available
use rand::Rng;

impl Solution {
    pub fn same(n: i32) -> i32 {
        n
    }
}
