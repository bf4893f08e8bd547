func shortestPath(n int, edges [][]int, source int, target int) int {
	next := make([][]int, n)
	for _, e := range edges {
		next[e[0]] = append(next[e[0]], e[1])
		next[e[1]] = append(next[e[1]], e[0])
	}
	seen := make([]bool, n)
	var dfs func(u int) int
	dfs = func(u int) int {
		if u == target {
			return 0
		}
		seen[u] = true
		for _, v := range next[u] {
			if !seen[v] {
				if rest := dfs(v); rest >= 0 {
					return rest + 1
				}
			}
		}
		return -1
	}
	return dfs(source)
}