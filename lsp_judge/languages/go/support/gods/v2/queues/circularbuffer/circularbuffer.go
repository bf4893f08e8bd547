// Package circularbuffer is a queue that drops its oldest value when it is full.
package circularbuffer

import (
	"github.com/emirpasic/gods/v2/internal/cursor"
	"github.com/emirpasic/gods/v2/internal/ring"
	"github.com/emirpasic/gods/v2/internal/show"
)

// Queue gives back first what came first.
type Queue[T comparable] struct {
	ring    ring.Ring[T]
	maxSize int
}

// Iterator stands before the first value, at a value, or behind the last.
type Iterator[T comparable] struct{ cursor.Cursor[T] }

// New is an empty queue that holds so many values at most.
func New[T comparable](maxSize int) *Queue[T] {
	if maxSize < 1 {
		panic("a circular buffer needs room for one value at least")
	}
	return &Queue[T]{maxSize: maxSize}
}

// Enqueue adds a value, in the place of the oldest where there is no other.
func (queue *Queue[T]) Enqueue(value T) {
	if queue.Full() {
		queue.ring.PopFront()
	}
	queue.ring.Push(value)
}

func (queue *Queue[T]) Full() bool { return queue.Size() == queue.maxSize }

func (queue *Queue[T]) Dequeue() (value T, ok bool) { return queue.ring.PopFront() }
func (queue *Queue[T]) Peek() (value T, ok bool)    { return queue.ring.Get(0) }
func (queue *Queue[T]) Size() int                   { return queue.ring.Size() }
func (queue *Queue[T]) Empty() bool                 { return queue.Size() == 0 }
func (queue *Queue[T]) Clear()                      { queue.ring.Clear() }
func (queue *Queue[T]) Values() []T                 { return queue.ring.Values() }
func (queue *Queue[T]) String() string              { return show.List("CircularBuffer", queue.Values()) }

// Iterator stands before the first value at first.
func (queue *Queue[T]) Iterator() *Iterator[T] {
	return &Iterator[T]{cursor.New[T](&queue.ring)}
}
