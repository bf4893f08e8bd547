import "math"

func meanAndDeviation(values []float64) []float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	mean := sum / float64(len(values))
	if len(values) == 1 {
		return []float64{mean, 0}
	}
	squares := 0.0
	for _, v := range values {
		squares += (v - mean) * (v - mean)
	}
	return []float64{mean, math.Sqrt(squares / float64(len(values)-1))}
}