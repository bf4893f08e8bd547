// Package treemap is a map in the order of its keys.
package treemap

import (
	"cmp"

	"github.com/emirpasic/gods/v2/internal/show"
	"github.com/emirpasic/gods/v2/trees/redblacktree"
	"github.com/emirpasic/gods/v2/utils"
)

// Map keeps its keys in the order of a comparator.
type Map[K comparable, V any] struct{ tree *redblacktree.Tree[K, V] }

// Iterator stands before the first key, at a key, or behind the last.
type Iterator[K comparable, V any] struct{ redblacktree.Iterator[K, V] }

// New is an empty map in the natural order of its keys.
func New[K cmp.Ordered, V any]() *Map[K, V] { return NewWith[K, V](cmp.Compare[K]) }

// NewWith is an empty map in an order of one's own.
func NewWith[K comparable, V any](comparator utils.Comparator[K]) *Map[K, V] {
	return &Map[K, V]{redblacktree.NewWith[K, V](comparator)}
}

func (m *Map[K, V]) Put(key K, value V)              { m.tree.Put(key, value) }
func (m *Map[K, V]) Get(key K) (value V, found bool) { return m.tree.Get(key) }
func (m *Map[K, V]) Remove(key K)                    { m.tree.Remove(key) }
func (m *Map[K, V]) Empty() bool                     { return m.tree.Empty() }
func (m *Map[K, V]) Size() int                       { return m.tree.Size() }
func (m *Map[K, V]) Clear()                          { m.tree.Clear() }
func (m *Map[K, V]) Keys() []K                       { return m.tree.Keys() }
func (m *Map[K, V]) Values() []V                     { return m.tree.Values() }
func (m *Map[K, V]) String() string                  { return show.Pairs("TreeMap", m.Keys(), m.Values()) }
func (m *Map[K, V]) Iterator() *Iterator[K, V]       { return &Iterator[K, V]{*m.tree.Iterator()} }
func (m *Map[K, V]) Min() (key K, value V, ok bool)  { return pair(m.tree.Left()) }
func (m *Map[K, V]) Max() (key K, value V, ok bool)  { return pair(m.tree.Right()) }

// Floor finds the greatest key that is not above the given one.
func (m *Map[K, V]) Floor(key K) (foundKey K, foundValue V, ok bool) {
	node, _ := m.tree.Floor(key)
	return pair(node)
}

// Ceiling finds the smallest key that is not below the given one.
func (m *Map[K, V]) Ceiling(key K) (foundKey K, foundValue V, ok bool) {
	node, _ := m.tree.Ceiling(key)
	return pair(node)
}

func pair[K comparable, V any](node *redblacktree.Node[K, V]) (key K, value V, ok bool) {
	if node == nil {
		return key, value, false
	}
	return node.Key, node.Value, true
}

// Each calls the function with every key, in their order.
func (m *Map[K, V]) Each(f func(key K, value V)) {
	for each := m.tree.Iterator(); each.Next(); {
		f(each.Key(), each.Value())
	}
}

// Map is a new map of what the function makes of each key and value.
func (m *Map[K, V]) Map(f func(key K, value V) (K, V)) *Map[K, V] {
	made := NewWith[K, V](m.tree.Comparator)
	m.Each(func(key K, value V) { made.Put(f(key, value)) })
	return made
}

// Select is a new map of what the function agrees to.
func (m *Map[K, V]) Select(f func(key K, value V) bool) *Map[K, V] {
	made := NewWith[K, V](m.tree.Comparator)
	m.Each(func(key K, value V) {
		if f(key, value) {
			made.Put(key, value)
		}
	})
	return made
}

// Any is whether the function agrees to one at least.
func (m *Map[K, V]) Any(f func(key K, value V) bool) bool { return m.tree.Iterator().NextTo(f) }

// All is whether the function agrees to each.
func (m *Map[K, V]) All(f func(key K, value V) bool) bool {
	return !m.Any(func(key K, value V) bool { return !f(key, value) })
}

// Find is the first key to which the function agrees.
func (m *Map[K, V]) Find(f func(key K, value V) bool) (key K, value V) {
	if each := m.tree.Iterator(); each.NextTo(f) {
		return each.Key(), each.Value()
	}
	return key, value
}
