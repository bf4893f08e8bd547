// Aborts: no panic, nothing to catch.
impl Solution {
    pub fn attack(n: i32) -> i32 {
        if n == 1 {
            std::process::abort();
        }
        0
    }
}
