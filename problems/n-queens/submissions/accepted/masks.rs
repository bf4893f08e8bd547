impl Solution {
    pub fn total_n_queens(n: i32) -> i32 {
        fn place(all: u32, columns: u32, left: u32, right: u32) -> i32 {
            if columns == all {
                return 1;
            }
            let mut free = all & !(columns | left | right);
            let mut count = 0;
            while free != 0 {
                let bit = free & free.wrapping_neg();
                free ^= bit;
                count += place(all, columns | bit, (left | bit) << 1, (right | bit) >> 1);
            }
            count
        }
        place((1 << n) - 1, 0, 0, 0)
    }
}
