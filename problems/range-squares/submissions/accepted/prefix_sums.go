func rangeSquares(values []int, queries [][]int, offset int64) []int64 {
	prefix := make([]int64, len(values)+1)
	for i, v := range values {
		prefix[i+1] = prefix[i] + int64(v)*int64(v)
	}
	answers := make([]int64, len(queries))
	for i, q := range queries {
		answers[i] = offset + prefix[q[1]+1] - prefix[q[0]]
	}
	return answers
}