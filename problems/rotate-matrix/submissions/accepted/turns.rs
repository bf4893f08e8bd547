impl Solution {
    pub fn rotate_matrix(mut matrix: Vec<Vec<i32>>, turns: i32) -> Vec<Vec<i32>> {
        for _ in 0..turns.rem_euclid(4) {
            let columns = matrix[0].len();
            matrix = (0..columns)
                .map(|c| matrix.iter().rev().map(|row| row[c]).collect())
                .collect();
        }
        matrix
    }
}
