func myPow(x float64, n int) float64 {
	if n == 0 {
		return 1
	}
	half := myPow(x, n/2)
	return half * half
}