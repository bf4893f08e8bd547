// Input: x = 4.00000
// Output: 2.00000
func root(x float64) float64 {
	return math.Sqrt(x)
}