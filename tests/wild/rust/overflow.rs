// Input: n = 2147483647
// Output: 0
// wild: RE attempt to add with overflow
impl Solution {
    pub fn next(n: i32) -> i32 {
        n + 1
    }
}
