func shortestPath(n int, edges [][]int, source int, target int) int {
	next := make([][]int, len(edges)+1)
	for _, e := range edges {
		next[e[0]] = append(next[e[0]], e[1])
		next[e[1]] = append(next[e[1]], e[0])
	}
	steps := map[int]int{source: 0}
	for queue := []int{source}; len(queue) > 0; queue = queue[1:] {
		for _, v := range next[queue[0]] {
			if _, ok := steps[v]; !ok {
				steps[v] = steps[queue[0]] + 1
				queue = append(queue, v)
			}
		}
	}
	if answer, ok := steps[target]; ok {
		return answer
	}
	return -1
}