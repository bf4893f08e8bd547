func largestRegion(grid [][]byte) byte {
	type cell struct{ r, c int }
	answer, best := byte('.'), 0
	for r := range grid {
		for c := range grid[r] {
			letter := grid[r][c]
			if letter == '.' {
				continue
			}
			grid[r][c] = '.'
			region := []cell{{r, c}}
			for i := 0; i < len(region); i++ {
				for a := region[i].r - 1; a <= region[i].r+1; a++ {
					for b := region[i].c - 1; b <= region[i].c+1; b++ {
						if a >= 0 && a < len(grid) && b >= 0 && b < len(grid[a]) && grid[a][b] == letter {
							grid[a][b] = '.'
							region = append(region, cell{a, b})
						}
					}
				}
			}
			if len(region) > best || len(region) == best && letter < answer {
				answer, best = letter, len(region)
			}
		}
	}
	return answer
}