// Package binaryheap is a heap, whose least value is on top.
package binaryheap

import (
	"cmp"

	"github.com/emirpasic/gods/v2/internal/cursor"
	"github.com/emirpasic/gods/v2/internal/show"
	"github.com/emirpasic/gods/v2/utils"
)

// Heap orders its values by the comparator as far as it takes to know the least.
type Heap[T comparable] struct {
	Comparator utils.Comparator[T]
	items      []T
}

// Iterator stands before the top, at a value, or behind the last, in the order of the places.
type Iterator[T comparable] struct{ cursor.Cursor[T] }

// New is an empty heap with the least value on top.
func New[T cmp.Ordered]() *Heap[T] { return NewWith(cmp.Compare[T]) }

// NewWith is an empty heap in an order of one's own.
func NewWith[T comparable](comparator utils.Comparator[T]) *Heap[T] {
	return &Heap[T]{Comparator: comparator}
}

// Push adds values: one goes up to its place, of several the whole heap is made anew.
func (heap *Heap[T]) Push(values ...T) {
	heap.items = append(heap.items, values...)
	if len(values) == 1 {
		heap.up(len(heap.items) - 1)
		return
	}
	for index := len(heap.items) / 2; index >= 0; index-- {
		heap.down(index)
	}
}

// Pop takes the value on top; false where there is none.
func (heap *Heap[T]) Pop() (value T, ok bool) {
	if heap.Empty() {
		return value, false
	}
	var none T
	last := len(heap.items) - 1
	value = heap.items[0]
	heap.items[0], heap.items[last] = heap.items[last], none
	heap.items = heap.items[:last]
	heap.down(0)
	return value, true
}

// Peek is the value on top; false where there is none.
func (heap *Heap[T]) Peek() (value T, ok bool) { return heap.place().Get(0) }

func (heap *Heap[T]) Size() int      { return len(heap.items) }
func (heap *Heap[T]) Empty() bool    { return len(heap.items) == 0 }
func (heap *Heap[T]) Clear()         { heap.items = nil }
func (heap *Heap[T]) Values() []T    { return append([]T{}, heap.items...) }
func (heap *Heap[T]) String() string { return show.List("BinaryHeap", heap.items) }

// Iterator stands before the top at first.
func (heap *Heap[T]) Iterator() *Iterator[T] { return &Iterator[T]{cursor.New[T](heap.place())} }

func (heap *Heap[T]) place() places[T] { return places[T]{heap} }

// places keeps Get away from a heap's own methods.
type places[T comparable] struct{ *Heap[T] }

func (heap places[T]) Get(index int) (value T, ok bool) {
	if index < 0 || index >= len(heap.items) {
		return value, false
	}
	return heap.items[index], true
}

func (heap *Heap[T]) up(index int) {
	for index > 0 {
		parent := (index - 1) / 2
		if heap.Comparator(heap.items[parent], heap.items[index]) <= 0 {
			return
		}
		heap.items[parent], heap.items[index] = heap.items[index], heap.items[parent]
		index = parent
	}
}

func (heap *Heap[T]) down(index int) {
	for child := 2*index + 1; child < len(heap.items); child = 2*index + 1 {
		if right := child + 1; right < len(heap.items) &&
			heap.Comparator(heap.items[child], heap.items[right]) > 0 {
			child = right
		}
		if heap.Comparator(heap.items[index], heap.items[child]) <= 0 {
			return
		}
		heap.items[index], heap.items[child] = heap.items[child], heap.items[index]
		index = child
	}
}
