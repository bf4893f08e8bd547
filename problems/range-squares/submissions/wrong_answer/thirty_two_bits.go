func rangeSquares(values []int, queries [][]int, offset int64) []int64 {
	prefix := []int32{0}
	for _, v := range values {
		prefix = append(prefix, prefix[len(prefix)-1]+int32(v)*int32(v))
	}
	var answers []int64
	for _, q := range queries {
		answers = append(answers, offset+int64(prefix[q[1]+1]-prefix[q[0]]))
	}
	return answers
}