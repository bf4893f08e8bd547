func classify(image []int, filters [][]int, filterBias []int, weights [][]int, bias []int) int {
	var seen []int
	for f, filter := range filters {
		var pooled [9]int
		for row := 0; row < 6; row++ {
			for column := 0; column < 6; column++ {
				sum := filterBias[f]
				for i, weight := range filter {
					sum += weight * image[8*(row+2-i/3)+column+2-i%3]
				}
				square := row/2*3 + column/2
				pooled[square] = max(pooled[square], sum)
			}
		}
		for _, value := range pooled {
			seen = append(seen, value/64)
		}
	}
	digit, highest := 0, math.MinInt
	for d, row := range weights {
		score := bias[d]
		for i, weight := range row {
			score += weight * seen[i]
		}
		if score > highest {
			digit, highest = d, score
		}
	}
	return digit
}
