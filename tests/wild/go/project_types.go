// Input: head = [3,1,2], k = 2
// Output: [1,2]
package solutions

import (
	"example.com/somebody/solutions/structures"
	own "example.com/somebody/trees"
)

type ListNode = structures.ListNode
type TreeNode = own.TreeNode

func lastOnes(head *ListNode, k int) *ListNode {
	root := &TreeNode{Val: k}
	n := 0
	for node := head; node != nil; node = node.Next {
		n++
	}
	for ; n > root.Val; n-- {
		head = head.Next
	}
	return head
}
