// Input: nums = [2,1]
// Output: 1
func least(nums []int) int {
	tree := redblacktree.NewWithIntComparator()
	for _, x := range nums {
		tree.Put(x, nil)
	}
	return tree.Left().Key.(int)
}
