func isValid(s string) bool {
	closing := map[rune]rune{'(': ')', '[': ']', '{': '}'}
	stack := []rune{}
	for _, c := range s {
		if want, ok := closing[c]; ok {
			stack = append(stack, want)
		} else if len(stack) == 0 || stack[len(stack)-1] != c {
			return false
		} else {
			stack = stack[:len(stack)-1]
		}
	}
	return len(stack) == 0
}