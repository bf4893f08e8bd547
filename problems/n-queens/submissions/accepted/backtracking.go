func totalNQueens(n int) (count int) {
	columns := make([]bool, n)
	rising := make([]bool, 2*n)
	falling := make([]bool, 2*n)
	var place func(row int)
	place = func(row int) {
		if row == n {
			count++
			return
		}
		for c := 0; c < n; c++ {
			if columns[c] || rising[row+c] || falling[row-c+n] {
				continue
			}
			columns[c], rising[row+c], falling[row-c+n] = true, true, true
			place(row + 1)
			columns[c], rising[row+c], falling[row-c+n] = false, false, false
		}
	}
	place(0)
	return
}