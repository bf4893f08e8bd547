func distinct(s string) bool {
	seen := map[byte]bool{}
	for i := range s {
		if seen[s[i]] {
			return false
		}
		seen[s[i]] = true
	}
	return true
}

func lengthOfLongestSubstring(s string) int {
	best := 0
	for i := range s {
		for j := i + 1; j <= len(s); j++ {
			if distinct(s[i:j]) {
				best = max(best, j-i)
			}
		}
	}
	return best
}