// @lc app=leetcode id=1 lang=golang
//
// @lc code=start
type pair struct{ value, index int }

func twoSum(nums []int, target int) []int {
	pairs := make([]pair, len(nums))
	for i, x := range nums {
		pairs[i] = pair{x, i}
	}
	sort.Slice(pairs, func(a, b int) bool { return pairs[a].value < pairs[b].value })
	lo, hi := 0, len(nums)-1
	for lo < hi {
		switch sum := pairs[lo].value + pairs[hi].value; {
		case sum < target:
			lo++
		case sum > target:
			hi--
		default:
			return []int{min(pairs[lo].index, pairs[hi].index), max(pairs[lo].index, pairs[hi].index)}
		}
	}
	return nil
}

// @lc code=end