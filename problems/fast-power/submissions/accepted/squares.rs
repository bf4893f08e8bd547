impl Solution {
    pub fn my_pow(mut x: f64, n: i32) -> f64 {
        let mut left = (n as i64).abs();
        if n < 0 {
            x = 1.0 / x;
        }
        let mut result = 1.0;
        while left > 0 {
            if left & 1 == 1 {
                result *= x;
            }
            x *= x;
            left >>= 1;
        }
        result
    }
}
