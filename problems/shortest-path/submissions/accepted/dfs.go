func shortestPath(n int, edges [][]int, source int, target int) int {
	next := make([][]int, n)
	for _, e := range edges {
		next[e[0]] = append(next[e[0]], e[1])
		next[e[1]] = append(next[e[1]], e[0])
	}
	best := make([]int, n)
	for i := range best {
		best[i] = math.MaxInt32
	}
	// A vertex is entered again only when it was reached by fewer steps than ever before.
	var dfs func(u, steps int)
	dfs = func(u, steps int) {
		if steps >= best[u] || steps >= best[target] {
			return
		}
		best[u] = steps
		for _, v := range next[u] {
			dfs(v, steps+1)
		}
	}
	dfs(source, 0)
	if best[target] == math.MaxInt32 {
		return -1
	}
	return best[target]
}