// Input: board = [["a","b"],["c","d"]], list = [2,1]
// Output: "dcba"
type Node struct {
	next *Node
	b    byte
}

func walk(board [][]byte, list []int) string {
	var head *Node
	sort := func(a []int) { a[0], a[1] = a[1], a[0] }
	sort(list)
	for _, row := range board {
		for _, b := range row {
			head = &Node{head, b}
		}
	}
	s := ""
	for ; head != nil; head = head.next {
		s += string(head.b)
	}
	return s
}
