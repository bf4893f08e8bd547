func findOrder(numTasks int, needs [][]int) []int {
	after := make([][]int, numTasks)
	waits := make([]int, numTasks)
	for _, pair := range needs {
		after[pair[1]] = append(after[pair[1]], pair[0])
		waits[pair[0]]++
	}
	order := make([]int, 0, numTasks)
	for task, n := range waits {
		if n == 0 {
			order = append(order, task)
		}
	}
	for i := 0; i < len(order); i++ {
		for _, task := range after[order[i]] {
			if waits[task]--; waits[task] == 0 {
				order = append(order, task)
			}
		}
	}
	if len(order) < numTasks {
		return nil
	}
	return order
}
