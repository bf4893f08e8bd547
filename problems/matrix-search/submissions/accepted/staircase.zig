pub const Solution = struct {
    pub fn searchMatrix(matrix: []const []const i32, target: i32) bool {
        var row: usize = 0;
        var column = matrix[0].len;
        while (row < matrix.len and column > 0) {
            const value = matrix[row][column - 1];
            if (value == target) return true;
            if (value < target) row += 1 else column -= 1;
        }
        return false;
    }
};
