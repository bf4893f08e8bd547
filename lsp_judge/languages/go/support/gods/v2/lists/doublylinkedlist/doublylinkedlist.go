// Package doublylinkedlist is a list that also grows in front and can be walked backwards.
package doublylinkedlist

import (
	"github.com/emirpasic/gods/v2/internal/cursor"
	"github.com/emirpasic/gods/v2/internal/line"
	"github.com/emirpasic/gods/v2/internal/show"
)

// List is a row of values.
type List[T comparable] struct{ line.Line[T] }

// Iterator stands before the first value, at a value, or behind the last.
type Iterator[T comparable] struct{ cursor.Cursor[T] }

// New is a list of the values.
func New[T comparable](values ...T) *List[T] {
	list := &List[T]{}
	list.Add(values...)
	return list
}

// Append puts values behind the last, as Add does.
func (list *List[T]) Append(values ...T) { list.Add(values...) }

// Prepend puts values before the first, in the order in which they are given.
func (list *List[T]) Prepend(values ...T) { list.Insert(0, values...) }

// Iterator stands before the first value at first.
func (list *List[T]) Iterator() Iterator[T] { return Iterator[T]{cursor.New[T](list)} }

// Map is a new list of what the function makes of each value.
func (list *List[T]) Map(f func(index int, value T) T) *List[T] { return New(list.Mapped(f)...) }

// Select is a new list of what the function agrees to.
func (list *List[T]) Select(f func(index int, value T) bool) *List[T] {
	return New(list.Selected(f)...)
}

func (list *List[T]) String() string { return show.List("DoublyLinkedList", list.Values()) }
