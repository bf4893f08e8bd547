func lengthOfLongestSubstring(s string) int {
	last := make(map[rune]int)
	start, best := 0, 0
	for i, c := range s {
		if j, ok := last[c]; ok && j >= start {
			start = j + 1
		}
		last[c] = i
		best = max(best, i-start+1)
	}
	return best
}