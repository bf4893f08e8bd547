func sortArray(nums []int) []int {
	quick(nums)
	return nums
}

// quick recurses into the smaller side and loops over the larger one, so that its depth
// stays logarithmic.
func quick(a []int) {
	for len(a) > 1 {
		less, greater := partition(a, a[len(a)/2])
		if less < len(a)-greater {
			quick(a[:less])
			a = a[greater:]
		} else {
			quick(a[greater:])
			a = a[:less]
		}
	}
}

// partition moves what is below the pivot to a[:less] and what is above it to a[greater:].
func partition(a []int, pivot int) (less, greater int) {
	greater = len(a)
	for i := 0; i < greater; {
		switch {
		case a[i] < pivot:
			a[less], a[i] = a[i], a[less]
			less++
			i++
		case a[i] > pivot:
			greater--
			a[greater], a[i] = a[i], a[greater]
		default:
			i++
		}
	}
	return
}