func removeElement(nums []int, val int) int {
	kept := nums[:0]
	for _, v := range nums {
		if v != val {
			kept = append(kept, v)
		}
	}
	return len(kept)
}
