// Two Sum
//
// Somewhere in nums stand two numbers at different places whose sum is target. Give their
// indices, the smaller one first.
//
// Example 1:
// Input: nums = [2,7,11,15], target = 9
// Output: [0,1]
//
// Example 2:
// Input: nums = [3,2,4], target = 6
// Output: [1,2]
//
// Example 3:
// Input: nums = [3,3], target = 6
// Output: [0,1]

func twoSum(nums []int, target int) []int {
	seen := make(map[int]int)
	for i, x := range nums {
		seen[x] = i
	}
	for i, x := range nums {
		if j, ok := seen[target-x]; ok {
			return []int{i, j}
		}
	}
	return nil
}
