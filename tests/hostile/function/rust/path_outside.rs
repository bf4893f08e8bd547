// A module from outside of the folder.
#[path = "@HOME@/witness.txt"]
mod outside;

impl Solution {
    pub fn attack(n: i32) -> i32 {
        n * outside::ONE
    }
}
