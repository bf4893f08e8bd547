/**
 * Definition for a Node.
 * type Node struct {
 *     Val int
 *     Neighbors []*Node
 * }
 */

func cloneGraph(node *Node) *Node {
	copies := map[*Node]*Node{}
	var clone func(*Node) *Node
	clone = func(old *Node) *Node {
		if old == nil || copies[old] != nil {
			return copies[old]
		}
		made := &Node{Val: old.Val}
		copies[old] = made
		for _, each := range old.Neighbors {
			made.Neighbors = append(made.Neighbors, clone(each))
		}
		return made
	}
	return clone(node)
}
