package treeset

import "github.com/emirpasic/gods/v2/trees/redblacktree"

// Iterator stands before the first value, at a value, or behind the last; a copy goes its own way.
type Iterator[T comparable] struct {
	nodes redblacktree.Iterator[T, struct{}]
	tree  *redblacktree.Tree[T, struct{}]
	index int
}

// Iterator stands before the first value at first.
func (set *Set[T]) Iterator() Iterator[T] {
	return Iterator[T]{nodes: *set.tree.Iterator(), tree: set.tree, index: -1}
}

// Next goes on by a value; false behind the last.
func (iterator *Iterator[T]) Next() bool {
	if iterator.index < iterator.tree.Size() {
		iterator.index++
	}
	return iterator.nodes.Next()
}

// Prev goes back by a value; false before the first.
func (iterator *Iterator[T]) Prev() bool {
	if iterator.index >= 0 {
		iterator.index--
	}
	return iterator.nodes.Prev()
}

// Index counts the values before this one.
func (iterator *Iterator[T]) Index() int { return iterator.index }

// Value is where the iterator stands.
func (iterator *Iterator[T]) Value() T { return iterator.nodes.Key() }

// Begin goes before the first value.
func (iterator *Iterator[T]) Begin() {
	iterator.index = -1
	iterator.nodes.Begin()
}

// End goes behind the last value.
func (iterator *Iterator[T]) End() {
	iterator.index = iterator.tree.Size()
	iterator.nodes.End()
}

// First goes to the first value; false where there is none.
func (iterator *Iterator[T]) First() bool {
	iterator.Begin()
	return iterator.Next()
}

// Last goes to the last value; false where there is none.
func (iterator *Iterator[T]) Last() bool {
	iterator.End()
	return iterator.Prev()
}

// NextTo goes on until the function agrees.
func (iterator *Iterator[T]) NextTo(f func(index int, value T) bool) bool {
	for iterator.Next() {
		if f(iterator.Index(), iterator.Value()) {
			return true
		}
	}
	return false
}

// PrevTo goes back until the function agrees.
func (iterator *Iterator[T]) PrevTo(f func(index int, value T) bool) bool {
	for iterator.Prev() {
		if f(iterator.Index(), iterator.Value()) {
			return true
		}
	}
	return false
}
