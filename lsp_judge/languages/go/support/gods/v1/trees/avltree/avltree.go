// Package avltree is the generic tree over keys and values of any type.
package avltree

import (
	generic "github.com/emirpasic/gods/v2/trees/avltree"
	"github.com/emirpasic/gods/v2/trees/redblacktree"

	"github.com/emirpasic/gods/utils"
)

// Node is a key with its value at a place in a tree.
type Node = redblacktree.Node[any, any]

// Iterator stands before the first node, at a node, or behind the last.
type Iterator = redblacktree.Iterator[any, any]

// Tree keeps its keys in the order of the comparator.
type Tree = generic.Tree[any, any]

// NewWith is an empty tree in an order of one's own.
func NewWith(comparator utils.Comparator) *Tree { return generic.NewWith[any, any](comparator) }

// NewWithIntComparator is an empty tree with keys of type int.
func NewWithIntComparator() *Tree { return NewWith(utils.IntComparator) }

// NewWithStringComparator is an empty tree with keys of type string.
func NewWithStringComparator() *Tree { return NewWith(utils.StringComparator) }
