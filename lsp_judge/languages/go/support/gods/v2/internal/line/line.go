// Package line is what the three kinds of lists have in common.
package line

import (
	"slices"

	"github.com/emirpasic/gods/v2/internal/ring"
	"github.com/emirpasic/gods/v2/utils"
)

// Line is a list; an index that it does not have changes nothing.
type Line[T comparable] struct{ ring ring.Ring[T] }

// Add puts values behind the last.
func (line *Line[T]) Add(values ...T) {
	for _, value := range values {
		line.ring.Push(value)
	}
}

// Insert puts values before the one of an index, or behind the last.
func (line *Line[T]) Insert(index int, values ...T) {
	if index == line.Size() {
		line.Add(values...)
	} else if line.ring.Has(index) {
		line.ring.Insert(index, values)
	}
}

// Set gives the value of an index another one, or adds it behind the last.
func (line *Line[T]) Set(index int, value T) {
	if index == line.Size() {
		line.Add(value)
	} else if line.ring.Has(index) {
		line.ring.Set(index, value)
	}
}

// Remove takes out the value of an index.
func (line *Line[T]) Remove(index int) {
	if line.ring.Has(index) {
		line.ring.Remove(index)
	}
}

// Swap exchanges two values.
func (line *Line[T]) Swap(i, j int) {
	if line.ring.Has(i) && line.ring.Has(j) {
		a, _ := line.Get(i)
		b, _ := line.Get(j)
		line.ring.Set(i, b)
		line.ring.Set(j, a)
	}
}

// Sort orders the values.
func (line *Line[T]) Sort(comparator utils.Comparator[T]) {
	values := line.Values()
	slices.SortFunc(values, comparator)
	line.ring.Fill(values)
}

func (line *Line[T]) Get(index int) (T, bool) { return line.ring.Get(index) }
func (line *Line[T]) Values() []T             { return line.ring.Values() }
func (line *Line[T]) Size() int               { return line.ring.Size() }
func (line *Line[T]) Empty() bool             { return line.Size() == 0 }
func (line *Line[T]) Clear()                  { line.ring.Clear() }

// IndexOf is where a value is first, -1 where it is not.
func (line *Line[T]) IndexOf(value T) int {
	index, _ := line.Find(func(_ int, each T) bool { return each == value })
	return index
}

// Contains is whether all of the values are there.
func (line *Line[T]) Contains(values ...T) bool {
	for _, value := range values {
		if line.IndexOf(value) < 0 {
			return false
		}
	}
	return true
}

// Each calls the function with every value.
func (line *Line[T]) Each(f func(index int, value T)) {
	for index := 0; index < line.Size(); index++ {
		value, _ := line.Get(index)
		f(index, value)
	}
}

// Any is whether the function agrees to one at least.
func (line *Line[T]) Any(f func(index int, value T) bool) bool {
	index, _ := line.Find(f)
	return index >= 0
}

// All is whether the function agrees to each.
func (line *Line[T]) All(f func(index int, value T) bool) bool {
	return !line.Any(func(index int, value T) bool { return !f(index, value) })
}

// Find is the first value to which the function agrees; its index is -1 where there is none.
func (line *Line[T]) Find(f func(index int, value T) bool) (index int, value T) {
	for index := 0; index < line.Size(); index++ {
		if value, _ := line.Get(index); f(index, value) {
			return index, value
		}
	}
	return -1, value
}

// Mapped are the values that the function makes of each.
func (line *Line[T]) Mapped(f func(index int, value T) T) []T {
	made := make([]T, 0, line.Size())
	line.Each(func(index int, value T) { made = append(made, f(index, value)) })
	return made
}

// Selected are the values to which the function agrees.
func (line *Line[T]) Selected(f func(index int, value T) bool) []T {
	made := []T{}
	line.Each(func(index int, value T) {
		if f(index, value) {
			made = append(made, value)
		}
	})
	return made
}
