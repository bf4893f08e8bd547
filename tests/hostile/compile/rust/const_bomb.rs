// A constant that takes the compiler for ever.
#![allow(long_running_const_eval)]
const fn forever() -> i32 {
    let mut n = 1;
    while n > 0 {
        n = if n > 1000 { 1 } else { n + 1 };
    }
    n
}
const VALUE: i32 = forever();

impl Solution {
    pub fn attack(n: i32) -> i32 {
        n * VALUE
    }
}
