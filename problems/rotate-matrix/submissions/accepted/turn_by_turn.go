func rotateMatrix(matrix [][]int, turns int) [][]int {
	for range turns % 4 {
		rows, columns := len(matrix), len(matrix[0])
		turned := make([][]int, columns)
		for c := range turned {
			turned[c] = make([]int, rows)
			for r := range matrix {
				turned[c][rows-1-r] = matrix[r][c]
			}
		}
		matrix = turned
	}
	return matrix
}