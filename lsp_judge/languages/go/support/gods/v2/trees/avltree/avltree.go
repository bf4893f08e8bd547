// Package avltree is a sorted map whose nodes can be reached: the red-black tree under another
// name, which answers the same to everything but a look at its shape.
package avltree

import (
	"cmp"

	"github.com/emirpasic/gods/v2/internal/show"
	"github.com/emirpasic/gods/v2/trees/redblacktree"
	"github.com/emirpasic/gods/v2/utils"
)

// Tree keeps its keys in the order of the comparator.
type Tree[K comparable, V any] struct{ redblacktree.Tree[K, V] }

// New is an empty tree in the natural order of its keys.
func New[K cmp.Ordered, V any]() *Tree[K, V] { return NewWith[K, V](cmp.Compare[K]) }

// NewWith is an empty tree in an order of one's own.
func NewWith[K comparable, V any](comparator utils.Comparator[K]) *Tree[K, V] {
	return &Tree[K, V]{*redblacktree.NewWith[K, V](comparator)}
}

func (tree *Tree[K, V]) String() string {
	return show.Pairs("AVLTree", tree.Keys(), tree.Values())
}
