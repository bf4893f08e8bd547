import (
	"sort"
	"strconv"
)

func sortArray(nums []int) []int {
	sort.Slice(nums, func(i, j int) bool {
		return strconv.Itoa(nums[i]) < strconv.Itoa(nums[j])
	})
	return nums
}