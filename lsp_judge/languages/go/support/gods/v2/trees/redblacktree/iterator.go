package redblacktree

type position int8

const (
	before position = iota
	inside
	behind
)

// Iterator stands before the first node, at a node, or behind the last.
type Iterator[K comparable, V any] struct {
	tree     *Tree[K, V]
	node     *Node[K, V]
	position position
}

// Iterator stands before the first node at first.
func (tree *Tree[K, V]) Iterator() *Iterator[K, V] {
	return &Iterator[K, V]{tree: tree}
}

// IteratorAt stands at a node of the tree.
func (tree *Tree[K, V]) IteratorAt(node *Node[K, V]) *Iterator[K, V] {
	return &Iterator[K, V]{tree: tree, node: node, position: inside}
}

// Next goes on by a node; false behind the last.
func (iterator *Iterator[K, V]) Next() bool {
	switch iterator.position {
	case before:
		return iterator.move(iterator.tree.Left(), behind)
	case inside:
		return iterator.move(iterator.node.following(), behind)
	}
	return false
}

// Prev goes back by a node; false before the first.
func (iterator *Iterator[K, V]) Prev() bool {
	switch iterator.position {
	case behind:
		return iterator.move(iterator.tree.Right(), before)
	case inside:
		return iterator.move(iterator.node.preceding(), before)
	}
	return false
}

func (iterator *Iterator[K, V]) move(node *Node[K, V], otherwise position) bool {
	iterator.node, iterator.position = node, inside
	if node == nil {
		iterator.position = otherwise
	}
	return node != nil
}

// Key is the key of the node at which the iterator stands.
func (iterator *Iterator[K, V]) Key() K { return iterator.node.Key }

// Value is the value of the node at which the iterator stands.
func (iterator *Iterator[K, V]) Value() V { return iterator.node.Value }

// Node is where the iterator stands.
func (iterator *Iterator[K, V]) Node() *Node[K, V] { return iterator.node }

// Begin goes before the first node.
func (iterator *Iterator[K, V]) Begin() { iterator.node, iterator.position = nil, before }

// End goes behind the last node.
func (iterator *Iterator[K, V]) End() { iterator.node, iterator.position = nil, behind }

// First goes to the first node; false where there is none.
func (iterator *Iterator[K, V]) First() bool {
	iterator.Begin()
	return iterator.Next()
}

// Last goes to the last node; false where there is none.
func (iterator *Iterator[K, V]) Last() bool {
	iterator.End()
	return iterator.Prev()
}

// NextTo goes on until the function agrees.
func (iterator *Iterator[K, V]) NextTo(f func(key K, value V) bool) bool {
	for iterator.Next() {
		if f(iterator.Key(), iterator.Value()) {
			return true
		}
	}
	return false
}

// PrevTo goes back until the function agrees.
func (iterator *Iterator[K, V]) PrevTo(f func(key K, value V) bool) bool {
	for iterator.Prev() {
		if f(iterator.Key(), iterator.Value()) {
			return true
		}
	}
	return false
}
