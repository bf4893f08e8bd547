// Package treeset is a set in the order of its values.
package treeset

import (
	"cmp"

	"github.com/emirpasic/gods/v2/internal/show"
	"github.com/emirpasic/gods/v2/trees/redblacktree"
	"github.com/emirpasic/gods/v2/utils"
)

// Set keeps its values in the order of a comparator.
type Set[T comparable] struct {
	tree *redblacktree.Tree[T, struct{}]
}

// New is a set of the values in their natural order.
func New[T cmp.Ordered](values ...T) *Set[T] { return NewWith(cmp.Compare[T], values...) }

// NewWith is a set of the values in an order of one's own.
func NewWith[T comparable](comparator utils.Comparator[T], values ...T) *Set[T] {
	set := &Set[T]{redblacktree.NewWith[T, struct{}](comparator)}
	set.Add(values...)
	return set
}

// Add puts values in; those that are there stay once.
func (set *Set[T]) Add(items ...T) {
	for _, item := range items {
		set.tree.Put(item, struct{}{})
	}
}

// Remove takes values out, if they are there.
func (set *Set[T]) Remove(items ...T) {
	for _, item := range items {
		set.tree.Remove(item)
	}
}

// Contains is whether all of the values are there.
func (set *Set[T]) Contains(items ...T) bool {
	for _, item := range items {
		if set.tree.GetNode(item) == nil {
			return false
		}
	}
	return true
}

func (set *Set[T]) Empty() bool    { return set.tree.Empty() }
func (set *Set[T]) Size() int      { return set.tree.Size() }
func (set *Set[T]) Clear()         { set.tree.Clear() }
func (set *Set[T]) Values() []T    { return set.tree.Keys() }
func (set *Set[T]) String() string { return show.List("TreeSet", set.Values()) }

// Intersection has what is in both, in the order of the first.
func (set *Set[T]) Intersection(another *Set[T]) *Set[T] {
	return set.Select(func(_ int, value T) bool { return another.Contains(value) })
}

// Union has what is in either, in the order of the first.
func (set *Set[T]) Union(another *Set[T]) *Set[T] {
	made := NewWith(set.tree.Comparator, set.Values()...)
	made.Add(another.Values()...)
	return made
}

// Difference has what is in the first alone.
func (set *Set[T]) Difference(another *Set[T]) *Set[T] {
	return set.Select(func(_ int, value T) bool { return !another.Contains(value) })
}

// Each calls the function with every value, in their order.
func (set *Set[T]) Each(f func(index int, value T)) {
	for each := set.Iterator(); each.Next(); {
		f(each.Index(), each.Value())
	}
}

// Map is a new set of what the function makes of each value.
func (set *Set[T]) Map(f func(index int, value T) T) *Set[T] {
	made := NewWith(set.tree.Comparator)
	set.Each(func(index int, value T) { made.Add(f(index, value)) })
	return made
}

// Select is a new set of what the function agrees to.
func (set *Set[T]) Select(f func(index int, value T) bool) *Set[T] {
	made := NewWith(set.tree.Comparator)
	set.Each(func(index int, value T) {
		if f(index, value) {
			made.Add(value)
		}
	})
	return made
}

// Any is whether the function agrees to one at least.
func (set *Set[T]) Any(f func(index int, value T) bool) bool {
	each := set.Iterator()
	return each.NextTo(f)
}

// All is whether the function agrees to each.
func (set *Set[T]) All(f func(index int, value T) bool) bool {
	return !set.Any(func(index int, value T) bool { return !f(index, value) })
}

// Find is the first value to which the function agrees; its index is -1 where there is none.
func (set *Set[T]) Find(f func(index int, value T) bool) (int, T) {
	if each := set.Iterator(); each.NextTo(f) {
		return each.Index(), each.Value()
	}
	var none T
	return -1, none
}
