// Input: nums = [8,2,4,7], limit = 4
// Output: 2
func longestSubarray(nums []int, limit int) (ans int) {
	count := redblacktree.New[int, int]()
	change := func(t *redblacktree.Tree[int, int], x, by int) {
		c, _ := t.Get(x)
		if c+by == 0 {
			t.Remove(x)
		} else {
			t.Put(x, c+by)
		}
	}
	left := 0
	for right, x := range nums {
		change(count, x, 1)
		for count.Right().Key-count.Left().Key > limit {
			change(count, nums[left], -1)
			left++
		}
		ans = max(ans, right-left+1)
	}
	return
}
