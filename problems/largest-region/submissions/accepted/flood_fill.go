func largestRegion(grid [][]byte) byte {
	rows, columns := len(grid), len(grid[0])
	var fill func(r, c int, letter byte) int
	fill = func(r, c int, letter byte) int {
		if r < 0 || r == rows || c < 0 || c == columns || grid[r][c] != letter {
			return 0
		}
		grid[r][c] = '.'
		return 1 + fill(r-1, c, letter) + fill(r+1, c, letter) + fill(r, c-1, letter) + fill(r, c+1, letter)
	}
	best, answer := 0, byte('.')
	for r := range grid {
		for c, letter := range grid[r] {
			if letter == '.' {
				continue
			}
			if size := fill(r, c, letter); size > best || size == best && letter < answer {
				best, answer = size, letter
			}
		}
	}
	return answer
}