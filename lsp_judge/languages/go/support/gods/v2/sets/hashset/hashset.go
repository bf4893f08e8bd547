// Package hashset is a set without an order.
package hashset

import "github.com/emirpasic/gods/v2/internal/show"

// Set has its values as keys of a map.
type Set[T comparable] struct{ items map[T]struct{} }

// New is a set of the values.
func New[T comparable](values ...T) *Set[T] {
	set := &Set[T]{map[T]struct{}{}}
	set.Add(values...)
	return set
}

// Add puts values in; those that are there stay once.
func (set *Set[T]) Add(items ...T) {
	for _, item := range items {
		set.items[item] = struct{}{}
	}
}

// Remove takes values out, if they are there.
func (set *Set[T]) Remove(items ...T) {
	for _, item := range items {
		delete(set.items, item)
	}
}

// Contains is whether all of the values are there.
func (set *Set[T]) Contains(items ...T) bool {
	for _, item := range items {
		if _, ok := set.items[item]; !ok {
			return false
		}
	}
	return true
}

func (set *Set[T]) Size() int      { return len(set.items) }
func (set *Set[T]) Empty() bool    { return len(set.items) == 0 }
func (set *Set[T]) Clear()         { set.items = map[T]struct{}{} }
func (set *Set[T]) String() string { return show.List("HashSet", set.Values()) }

// Values are all values, in any order.
func (set *Set[T]) Values() []T {
	values := make([]T, 0, len(set.items))
	for value := range set.items {
		values = append(values, value)
	}
	return values
}

// Intersection has what is in both.
func (set *Set[T]) Intersection(another *Set[T]) *Set[T] {
	made := New[T]()
	for value := range set.items {
		if another.Contains(value) {
			made.Add(value)
		}
	}
	return made
}

// Union has what is in either.
func (set *Set[T]) Union(another *Set[T]) *Set[T] {
	made := New(set.Values()...)
	made.Add(another.Values()...)
	return made
}

// Difference has what is in the first alone.
func (set *Set[T]) Difference(another *Set[T]) *Set[T] {
	made := New(set.Values()...)
	made.Remove(another.Values()...)
	return made
}
