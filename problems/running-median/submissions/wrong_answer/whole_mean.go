type MedianFinder []int

func Constructor() MedianFinder { return nil }

func (m *MedianFinder) AddNum(num int) {
	i := sort.SearchInts(*m, num)
	*m = append(*m, 0)
	copy((*m)[i+1:], (*m)[i:])
	(*m)[i] = num
}

func (m *MedianFinder) FindMedian() float64 {
	a := *m
	n := len(a)
	return float64((a[(n-1)/2] + a[n/2]) / 2)
}
