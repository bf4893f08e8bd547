func searchMatrix(matrix [][]int, target int) bool {
	row, column := 0, len(matrix[0])-1
	for row < len(matrix) && column >= 0 {
		switch {
		case matrix[row][column] == target:
			return true
		case matrix[row][column] > target:
			column--
		default:
			row++
		}
	}
	return false
}