package redblacktree

import "github.com/emirpasic/gods/v2/internal/show"

// Node is a key with its value at a place in a tree.
type Node[K comparable, V any] struct {
	Key    K
	Value  V
	red    bool
	Left   *Node[K, V]
	Right  *Node[K, V]
	Parent *Node[K, V]
}

// Size counts the nodes from here down.
func (node *Node[K, V]) Size() int {
	if node == nil {
		return 0
	}
	return node.Left.Size() + 1 + node.Right.Size()
}

func (node *Node[K, V]) String() string { return show.Text(node.Key) }

func (node *Node[K, V]) isRed() bool { return node != nil && node.red }

func (node *Node[K, V]) isLeft() bool { return node == node.Parent.Left }

func (node *Node[K, V]) sibling() *Node[K, V] {
	if node.isLeft() {
		return node.Parent.Right
	}
	return node.Parent.Left
}

// nephews are the sibling's children, the one nearer to the node first.
func (node *Node[K, V]) nephews() (inner, outer *Node[K, V]) {
	sibling := node.sibling()
	if node.isLeft() {
		return sibling.Left, sibling.Right
	}
	return sibling.Right, sibling.Left
}

func (node *Node[K, V]) first() *Node[K, V] {
	for node != nil && node.Left != nil {
		node = node.Left
	}
	return node
}

func (node *Node[K, V]) last() *Node[K, V] {
	for node != nil && node.Right != nil {
		node = node.Right
	}
	return node
}

// following is the next node in the order of the keys, nil behind the last.
func (node *Node[K, V]) following() *Node[K, V] {
	if node.Right != nil {
		return node.Right.first()
	}
	for node.Parent != nil && !node.isLeft() {
		node = node.Parent
	}
	return node.Parent
}

// preceding is the node before this one in the order of the keys, nil before the first.
func (node *Node[K, V]) preceding() *Node[K, V] {
	if node.Left != nil {
		return node.Left.last()
	}
	for node.Parent != nil && node.isLeft() {
		node = node.Parent
	}
	return node.Parent
}
