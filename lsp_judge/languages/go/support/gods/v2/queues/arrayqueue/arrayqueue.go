// Package arrayqueue is a queue in a slice.
package arrayqueue

import (
	"github.com/emirpasic/gods/v2/internal/cursor"
	"github.com/emirpasic/gods/v2/internal/ring"
	"github.com/emirpasic/gods/v2/internal/show"
)

// Queue gives back first what came first.
type Queue[T comparable] struct{ ring ring.Ring[T] }

// Iterator stands before the first value, at a value, or behind the last.
type Iterator[T comparable] struct{ cursor.Cursor[T] }

// New is an empty queue.
func New[T comparable]() *Queue[T] { return &Queue[T]{} }

func (queue *Queue[T]) Enqueue(value T) { queue.ring.Push(value) }

func (queue *Queue[T]) Dequeue() (value T, ok bool) { return queue.ring.PopFront() }
func (queue *Queue[T]) Peek() (value T, ok bool)    { return queue.ring.Get(0) }
func (queue *Queue[T]) Size() int                   { return queue.ring.Size() }
func (queue *Queue[T]) Empty() bool                 { return queue.Size() == 0 }
func (queue *Queue[T]) Clear()                      { queue.ring.Clear() }
func (queue *Queue[T]) Values() []T                 { return queue.ring.Values() }
func (queue *Queue[T]) String() string              { return show.List("ArrayQueue", queue.Values()) }

// Iterator stands before the first value at first.
func (queue *Queue[T]) Iterator() *Iterator[T] {
	return &Iterator[T]{cursor.New[T](&queue.ring)}
}
