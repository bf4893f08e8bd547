//go:build go1.24

// Generic aliases came with Go 1.24, whatever version the solution asks for.

package avltree

import "github.com/emirpasic/gods/v2/trees/redblacktree"

// Node is a key with its value at a place in a tree.
type Node[K comparable, V any] = redblacktree.Node[K, V]

// Iterator stands before the first node, at a node, or behind the last.
type Iterator[K comparable, V any] = redblacktree.Iterator[K, V]
