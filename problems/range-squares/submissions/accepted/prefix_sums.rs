impl Solution {
    pub fn range_squares(values: Vec<i32>, queries: Vec<Vec<i32>>, offset: i64) -> Vec<i64> {
        let mut prefix = vec![0i64];
        for v in values {
            prefix.push(prefix.last().unwrap() + v as i64 * v as i64);
        }
        queries
            .iter()
            .map(|q| offset + prefix[q[1] as usize + 1] - prefix[q[0] as usize])
            .collect()
    }
}
