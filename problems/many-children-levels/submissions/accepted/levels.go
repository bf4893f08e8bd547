/**
 * Definition for a Node.
 * type Node struct {
 *     Val int
 *     Children []*Node
 * }
 */

func levelOrder(root *Node) [][]int {
	answer := [][]int{}
	var walk func(node *Node, depth int)
	walk = func(node *Node, depth int) {
		if node == nil {
			return
		}
		if depth == len(answer) {
			answer = append(answer, nil)
		}
		answer[depth] = append(answer[depth], node.Val)
		for _, child := range node.Children {
			walk(child, depth+1)
		}
	}
	walk(root, 0)
	return answer
}
