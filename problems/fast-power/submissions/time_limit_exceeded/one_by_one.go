func myPow(x float64, n int) float64 {
	result := 1.0
	for ; n > 0 && result != 0; n-- {
		result *= x
	}
	for ; n < 0; n++ {
		result /= x
	}
	return result
}
