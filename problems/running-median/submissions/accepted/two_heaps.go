type hp struct{ sort.IntSlice }

func (h *hp) Push(v any) { h.IntSlice = append(h.IntSlice, v.(int)) }
func (h *hp) Pop() any {
	a := h.IntSlice
	v := a[len(a)-1]
	h.IntSlice = a[:len(a)-1]
	return v
}

type MedianFinder struct{ low, high hp }

func Constructor() MedianFinder { return MedianFinder{} }

func (m *MedianFinder) AddNum(num int) {
	heap.Push(&m.high, num)
	heap.Push(&m.low, -heap.Pop(&m.high).(int))
	if m.low.Len() > m.high.Len()+1 {
		heap.Push(&m.high, -heap.Pop(&m.low).(int))
	}
}

func (m *MedianFinder) FindMedian() float64 {
	if m.low.Len() > m.high.Len() {
		return float64(-m.low.IntSlice[0])
	}
	return float64(m.high.IntSlice[0]-m.low.IntSlice[0]) / 2
}
