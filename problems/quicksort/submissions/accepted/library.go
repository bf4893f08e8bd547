func sortArray(nums []int) []int {
	sort.Ints(nums)
	return nums
}