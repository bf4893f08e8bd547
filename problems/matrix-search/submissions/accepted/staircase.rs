impl Solution {
    pub fn search_matrix(matrix: Vec<Vec<i32>>, target: i32) -> bool {
        let (mut row, mut column) = (0, matrix[0].len());
        while row < matrix.len() && column > 0 {
            match matrix[row][column - 1].cmp(&target) {
                std::cmp::Ordering::Equal => return true,
                std::cmp::Ordering::Less => row += 1,
                std::cmp::Ordering::Greater => column -= 1,
            }
        }
        false
    }
}
