package main

import "sort"

// Input: nums = [3,1,2], target = "ab"
// Output: "b:[1 2 3]"
func show(nums []int, target string) string {
	sort.Ints(nums)
	return strings.TrimLeft(target, "a") + ":" + fmt.Sprint(nums)
}
