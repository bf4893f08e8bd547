func twoSum(nums []int, target int) []int {
	var seen map[int]int
	for i, x := range nums {
		if j, ok := seen[target-x]; ok {
			return []int{j, i}
		}
		seen[x] = i
	}
	return nil
}
