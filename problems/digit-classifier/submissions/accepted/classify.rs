impl Solution {
    pub fn classify(
        image: Vec<i32>,
        filters: Vec<Vec<i32>>,
        filter_bias: Vec<i32>,
        weights: Vec<Vec<i32>>,
        bias: Vec<i32>,
    ) -> i32 {
        let mut seen = Vec::new();
        for (filter, start) in filters.iter().zip(&filter_bias) {
            let at = |row: usize, column: usize| -> i32 {
                let places = (0..9).map(|i| filter[i] * image[8 * (row + i / 3) + column + i % 3]);
                start + places.sum::<i32>()
            };
            for square in 0..9 {
                let (row, column) = (square / 3 * 2, square % 3 * 2);
                let best = (0..4).map(|i| at(row + i / 2, column + i % 2)).max().unwrap();
                seen.push(best.max(0) / 64);
            }
        }
        let score = |d: usize| -> i32 {
            bias[d] + weights[d].iter().zip(&seen).map(|(weight, value)| weight * value).sum::<i32>()
        };
        // Of equal scores `max_by_key` takes the last.
        (0..weights.len()).rev().max_by_key(|&d| score(d)).unwrap() as i32
    }
}
