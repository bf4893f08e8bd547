// Package linkedhashset is a set that keeps the order in which values first came.
package linkedhashset

import (
	"github.com/emirpasic/gods/v2/internal/show"
	"github.com/emirpasic/gods/v2/maps/linkedhashmap"
)

// Set has its values as keys of a map that keeps their order.
type Set[T comparable] struct {
	items *linkedhashmap.Map[T, struct{}]
}

// New is a set of the values.
func New[T comparable](values ...T) *Set[T] {
	set := &Set[T]{linkedhashmap.New[T, struct{}]()}
	set.Add(values...)
	return set
}

// Add puts values in; those that are there stay once, in their places.
func (set *Set[T]) Add(items ...T) {
	for _, item := range items {
		set.items.Put(item, struct{}{})
	}
}

// Remove takes values out, if they are there.
func (set *Set[T]) Remove(items ...T) {
	for _, item := range items {
		set.items.Remove(item)
	}
}

// Contains is whether all of the values are there.
func (set *Set[T]) Contains(items ...T) bool {
	for _, item := range items {
		if _, ok := set.items.Get(item); !ok {
			return false
		}
	}
	return true
}

func (set *Set[T]) Empty() bool    { return set.items.Empty() }
func (set *Set[T]) Size() int      { return set.items.Size() }
func (set *Set[T]) Clear()         { set.items.Clear() }
func (set *Set[T]) Values() []T    { return set.items.Keys() }
func (set *Set[T]) String() string { return show.List("LinkedHashSet", set.Values()) }

// Intersection has what is in both, in the order of the first.
func (set *Set[T]) Intersection(another *Set[T]) *Set[T] {
	return set.Select(func(_ int, value T) bool { return another.Contains(value) })
}

// Union has what is in either, the first's before the other's.
func (set *Set[T]) Union(another *Set[T]) *Set[T] {
	made := New(set.Values()...)
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
	made := New[T]()
	set.Each(func(index int, value T) { made.Add(f(index, value)) })
	return made
}

// Select is a new set of what the function agrees to.
func (set *Set[T]) Select(f func(index int, value T) bool) *Set[T] {
	made := New[T]()
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
