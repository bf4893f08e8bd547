// A macro that doubles what it is given, without end.
macro_rules! bomb {
    ($($all:tt)*) => { bomb!($($all)* $($all)*) };
}

impl Solution {
    pub fn attack(n: i32) -> i32 {
        bomb!(n);
        n
    }
}
