// Input: n = 12
// Output: true
trait Divides {
    fn is_multiple_of(self, other: Self) -> bool;
}

impl Divides for i32 {
    fn is_multiple_of(self, other: i32) -> bool {
        self % other == 0
    }
}

impl Solution {
    pub fn divides(n: i32) -> bool {
        n.is_multiple_of(4)
    }
}
