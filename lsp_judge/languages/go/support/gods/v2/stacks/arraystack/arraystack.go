// Package arraystack is a stack in a slice.
package arraystack

import (
	"slices"

	"github.com/emirpasic/gods/v2/internal/cursor"
	"github.com/emirpasic/gods/v2/internal/ring"
	"github.com/emirpasic/gods/v2/internal/show"
)

// Stack gives back first what came last.
type Stack[T comparable] struct{ ring ring.Ring[T] }

// Iterator stands before the top, at a value, or behind the bottom.
type Iterator[T comparable] struct{ cursor.Cursor[T] }

// New is an empty stack.
func New[T comparable]() *Stack[T] { return &Stack[T]{} }

func (stack *Stack[T]) Push(value T)             { stack.ring.Push(value) }
func (stack *Stack[T]) Pop() (value T, ok bool)  { return stack.ring.Pop() }
func (stack *Stack[T]) Peek() (value T, ok bool) { return stack.ring.Get(stack.Size() - 1) }
func (stack *Stack[T]) Size() int                { return stack.ring.Size() }
func (stack *Stack[T]) Empty() bool              { return stack.Size() == 0 }
func (stack *Stack[T]) Clear()                   { stack.ring.Clear() }
func (stack *Stack[T]) String() string           { return show.List("ArrayStack", stack.Values()) }

// Values are all values from the top down.
func (stack *Stack[T]) Values() []T {
	values := stack.ring.Values()
	slices.Reverse(values)
	return values
}

// Iterator stands before the top at first.
func (stack *Stack[T]) Iterator() *Iterator[T] {
	return &Iterator[T]{cursor.New[T](downwards[T]{stack})}
}

type downwards[T comparable] struct{ *Stack[T] }

func (stack downwards[T]) Get(index int) (T, bool) {
	return stack.ring.Get(stack.Size() - 1 - index)
}
