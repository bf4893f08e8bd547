func isValid(s string) bool {
	open := map[byte]byte{')': '(', ']': '[', '}': '{'}
	var stack []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '(' || s[i] == '[' || s[i] == '{' {
			stack = append(stack, s[i])
			continue
		}
		if stack[len(stack)-1] != open[s[i]] {
			return false
		}
		stack = stack[:len(stack)-1]
	}
	return len(stack) == 0
}