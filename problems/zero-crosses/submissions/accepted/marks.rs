impl Solution {
    pub fn set_zeroes(matrix: &mut Vec<Vec<i32>>) {
        let rows: Vec<bool> = matrix.iter().map(|row| row.contains(&0)).collect();
        let columns: Vec<bool> =
            (0..matrix[0].len()).map(|j| matrix.iter().any(|row| row[j] == 0)).collect();
        for (i, row) in matrix.iter_mut().enumerate() {
            for (j, value) in row.iter_mut().enumerate() {
                if rows[i] || columns[j] {
                    *value = 0;
                }
            }
        }
    }
}
