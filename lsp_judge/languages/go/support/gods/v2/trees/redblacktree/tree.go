// Package redblacktree is a sorted map whose nodes can be reached.
package redblacktree

import (
	"cmp"

	"github.com/emirpasic/gods/v2/internal/show"
	"github.com/emirpasic/gods/v2/utils"
)

// Tree keeps its keys in the order of the comparator.
type Tree[K comparable, V any] struct {
	Root       *Node[K, V]
	Comparator utils.Comparator[K]
	size       int
}

// New is an empty tree in the natural order of its keys.
func New[K cmp.Ordered, V any]() *Tree[K, V] {
	return &Tree[K, V]{Comparator: cmp.Compare[K]}
}

// NewWith is an empty tree in an order of one's own.
func NewWith[K comparable, V any](comparator utils.Comparator[K]) *Tree[K, V] {
	return &Tree[K, V]{Comparator: comparator}
}

// Put adds a key, or gives the one that is there a new value.
func (tree *Tree[K, V]) Put(key K, value V) {
	var parent *Node[K, V]
	place := &tree.Root
	if tree.Root == nil {
		tree.Comparator(key, key) // A key of the wrong type fails at once, not beside the second.
	}
	for *place != nil {
		parent = *place
		switch order := tree.Comparator(key, parent.Key); {
		case order < 0:
			place = &parent.Left
		case order > 0:
			place = &parent.Right
		default:
			parent.Key, parent.Value = key, value
			return
		}
	}
	*place = &Node[K, V]{Key: key, Value: value, red: true, Parent: parent}
	tree.size++
	tree.settle(*place)
}

// Get finds the value of a key.
func (tree *Tree[K, V]) Get(key K) (value V, found bool) {
	if node := tree.GetNode(key); node != nil {
		return node.Value, true
	}
	return value, false
}

// GetNode is nil where the key is not in the tree.
func (tree *Tree[K, V]) GetNode(key K) *Node[K, V] {
	node := tree.Root
	for node != nil {
		switch order := tree.Comparator(key, node.Key); {
		case order < 0:
			node = node.Left
		case order > 0:
			node = node.Right
		default:
			return node
		}
	}
	return nil
}

// Floor is the node of the greatest key that is not above the given one.
func (tree *Tree[K, V]) Floor(key K) (floor *Node[K, V], found bool) {
	for node := tree.Root; node != nil; {
		order := tree.Comparator(key, node.Key)
		if order == 0 {
			return node, true
		}
		if order < 0 {
			node = node.Left
		} else {
			floor, node = node, node.Right
		}
	}
	return floor, floor != nil
}

// Ceiling is the node of the smallest key that is not below the given one.
func (tree *Tree[K, V]) Ceiling(key K) (ceiling *Node[K, V], found bool) {
	for node := tree.Root; node != nil; {
		order := tree.Comparator(key, node.Key)
		if order == 0 {
			return node, true
		}
		if order > 0 {
			node = node.Right
		} else {
			ceiling, node = node, node.Left
		}
	}
	return ceiling, ceiling != nil
}

// Left is the node of the smallest key, nil in an empty tree.
func (tree *Tree[K, V]) Left() *Node[K, V] { return tree.Root.first() }

// Right is the node of the greatest key, nil in an empty tree.
func (tree *Tree[K, V]) Right() *Node[K, V] { return tree.Root.last() }

// Keys are all keys in their order.
func (tree *Tree[K, V]) Keys() []K {
	keys := make([]K, 0, tree.size)
	for node := tree.Left(); node != nil; node = node.following() {
		keys = append(keys, node.Key)
	}
	return keys
}

// Values are all values in the order of their keys.
func (tree *Tree[K, V]) Values() []V {
	values := make([]V, 0, tree.size)
	for node := tree.Left(); node != nil; node = node.following() {
		values = append(values, node.Value)
	}
	return values
}

// Size is the number of keys.
func (tree *Tree[K, V]) Size() int { return tree.size }

// Empty is whether there are no keys.
func (tree *Tree[K, V]) Empty() bool { return tree.size == 0 }

// Clear removes all keys.
func (tree *Tree[K, V]) Clear() { tree.Root, tree.size = nil, 0 }

func (tree *Tree[K, V]) String() string {
	return show.Pairs("RedBlackTree", tree.Keys(), tree.Values())
}
