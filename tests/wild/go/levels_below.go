// Input: head = [1,2,3,null,null,4,5,null,6]
// Output: [1,2,4,6,5,3]

/**
 * type Node struct {
 *     Val int
 *     Prev *Node
 *     Next *Node
 *     Child *Node
 * }
 */
func inOneLevel(root *Node) *Node {
	for at := root; at != nil; at = at.Next {
		below, behind := at.Child, at.Next
		if below == nil {
			continue
		}
		at.Child, at.Next, below.Prev = nil, below, at
		last := below
		for last.Next != nil {
			last = last.Next
		}
		last.Next = behind
		if behind != nil {
			behind.Prev = last
		}
	}
	return root
}
