func rotateMatrix(matrix [][]int, turns int) [][]int {
	for ; turns%4 > 0; turns-- {
		turned := make([][]int, len(matrix[0]))
		for c := range turned {
			for _, row := range matrix {
				turned[c] = append(turned[c], row[len(row)-1-c])
			}
		}
		matrix = turned
	}
	return matrix
}