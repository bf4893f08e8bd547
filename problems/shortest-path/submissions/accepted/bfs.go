func shortestPath(n int, edges [][]int, source int, target int) int {
	next := make([][]int, n)
	for _, e := range edges {
		next[e[0]] = append(next[e[0]], e[1])
		next[e[1]] = append(next[e[1]], e[0])
	}
	distance := make([]int, n)
	for i := range distance {
		distance[i] = -1
	}
	distance[source] = 0
	queue := []int{source}
	for len(queue) > 0 {
		u := queue[0]
		queue = queue[1:]
		for _, v := range next[u] {
			if distance[v] < 0 {
				distance[v] = distance[u] + 1
				queue = append(queue, v)
			}
		}
	}
	return distance[target]
}