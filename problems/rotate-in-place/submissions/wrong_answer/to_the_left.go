func rotate(nums []int, k int) {
	k %= len(nums)
	copy(nums, append(append([]int{}, nums[k:]...), nums[:k]...))
}
