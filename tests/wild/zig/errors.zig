// Input: n = 1
// Output: 1
// wild: RE error.TooSmall
fn check(n: i32) !i32 {
    return if (n < 2) error.TooSmall else n;
}
