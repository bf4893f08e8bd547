// Package redblacktree is the generic tree over keys and values of any type.
package redblacktree

import (
	generic "github.com/emirpasic/gods/v2/trees/redblacktree"

	"github.com/emirpasic/gods/utils"
)

// Node is a key with its value at a place in a tree.
type Node = generic.Node[any, any]

// Iterator stands before the first node, at a node, or behind the last; a copy goes its own way.
type Iterator = generic.Iterator[any, any]

type core = generic.Tree[any, any]

// Tree keeps its keys in the order of the comparator.
type Tree struct{ core }

// NewWith is an empty tree in an order of one's own.
func NewWith(comparator utils.Comparator) *Tree {
	return &Tree{*generic.NewWith[any, any](comparator)}
}

// NewWithIntComparator is an empty tree with keys of type int.
func NewWithIntComparator() *Tree { return NewWith(utils.IntComparator) }

// NewWithStringComparator is an empty tree with keys of type string.
func NewWithStringComparator() *Tree { return NewWith(utils.StringComparator) }

// Iterator stands before the first node at first.
func (tree *Tree) Iterator() Iterator { return *tree.core.Iterator() }

// IteratorAt stands at a node of the tree.
func (tree *Tree) IteratorAt(node *Node) Iterator { return *tree.core.IteratorAt(node) }
