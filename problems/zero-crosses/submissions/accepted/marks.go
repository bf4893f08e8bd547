func setZeroes(matrix [][]int) {
	rows := make([]bool, len(matrix))
	columns := make([]bool, len(matrix[0]))
	for i, r := range matrix {
		for j, v := range r {
			if v == 0 {
				rows[i], columns[j] = true, true
			}
		}
	}
	for i, r := range matrix {
		for j := range r {
			if rows[i] || columns[j] {
				r[j] = 0
			}
		}
	}
}
