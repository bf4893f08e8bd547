type MinStack struct {
	values, smallest []int
}

func Constructor() MinStack {
	return MinStack{}
}

func (s *MinStack) Push(val int) {
	low := val
	if n := len(s.smallest); n > 0 {
		low = min(low, s.smallest[n-1])
	}
	s.values = append(s.values, val)
	s.smallest = append(s.smallest, low)
}

func (s *MinStack) Pop() {
	n := len(s.values) - 1
	s.values, s.smallest = s.values[:n], s.smallest[:n]
}

func (s *MinStack) Top() int { return s.values[len(s.values)-1] }

func (s *MinStack) GetMin() int { return s.smallest[len(s.smallest)-1] }
