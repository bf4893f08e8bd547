// Package priorityqueue is a queue whose least value is first.
package priorityqueue

import (
	"cmp"

	"github.com/emirpasic/gods/v2/internal/show"
	"github.com/emirpasic/gods/v2/trees/binaryheap"
	"github.com/emirpasic/gods/v2/utils"
)

// Queue gives back first what the comparator puts first.
type Queue[T comparable] struct {
	Comparator utils.Comparator[T]
	heap       *binaryheap.Heap[T]
}

// Iterator stands before the first value, at a value, or behind the last.
type Iterator[T comparable] struct{ binaryheap.Iterator[T] }

// New is an empty queue with the least value first.
func New[T cmp.Ordered]() *Queue[T] { return NewWith(cmp.Compare[T]) }

// NewWith is an empty queue in an order of one's own.
func NewWith[T comparable](comparator utils.Comparator[T]) *Queue[T] {
	return &Queue[T]{comparator, binaryheap.NewWith(comparator)}
}

func (queue *Queue[T]) Enqueue(value T)             { queue.heap.Push(value) }
func (queue *Queue[T]) Dequeue() (value T, ok bool) { return queue.heap.Pop() }
func (queue *Queue[T]) Peek() (value T, ok bool)    { return queue.heap.Peek() }
func (queue *Queue[T]) Size() int                   { return queue.heap.Size() }
func (queue *Queue[T]) Empty() bool                 { return queue.heap.Empty() }
func (queue *Queue[T]) Clear()                      { queue.heap.Clear() }
func (queue *Queue[T]) Values() []T                 { return queue.heap.Values() }
func (queue *Queue[T]) String() string              { return show.List("PriorityQueue", queue.Values()) }

// Iterator stands before the first value at first.
func (queue *Queue[T]) Iterator() *Iterator[T] { return &Iterator[T]{*queue.heap.Iterator()} }
