// Package cursor walks over what has numbered places.
package cursor

// Places are values that can be had by their index.
type Places[T any] interface {
	Get(index int) (T, bool)
	Size() int
}

// Cursor stands before the first value, at a value, or behind the last; a copy goes its own way.
type Cursor[T any] struct {
	places Places[T]
	index  int
}

// New stands before the first value.
func New[T any](places Places[T]) Cursor[T] { return Cursor[T]{places, -1} }

// Next goes on by a value; false behind the last.
func (cursor *Cursor[T]) Next() bool {
	if cursor.index < cursor.places.Size() {
		cursor.index++
	}
	return cursor.index < cursor.places.Size()
}

// Prev goes back by a value; false before the first.
func (cursor *Cursor[T]) Prev() bool {
	if cursor.index >= 0 {
		cursor.index--
	}
	return cursor.index >= 0 && cursor.index < cursor.places.Size()
}

// Value is where the cursor stands.
func (cursor *Cursor[T]) Value() T {
	value, _ := cursor.places.Get(cursor.index)
	return value
}

// Index counts the values before this one.
func (cursor *Cursor[T]) Index() int { return cursor.index }

// Begin goes before the first value.
func (cursor *Cursor[T]) Begin() { cursor.index = -1 }

// End goes behind the last value.
func (cursor *Cursor[T]) End() { cursor.index = cursor.places.Size() }

// First goes to the first value; false where there is none.
func (cursor *Cursor[T]) First() bool {
	cursor.Begin()
	return cursor.Next()
}

// Last goes to the last value; false where there is none.
func (cursor *Cursor[T]) Last() bool {
	cursor.End()
	return cursor.Prev()
}

// NextTo goes on until the function agrees.
func (cursor *Cursor[T]) NextTo(f func(index int, value T) bool) bool {
	for cursor.Next() {
		if f(cursor.Index(), cursor.Value()) {
			return true
		}
	}
	return false
}

// PrevTo goes back until the function agrees.
func (cursor *Cursor[T]) PrevTo(f func(index int, value T) bool) bool {
	for cursor.Prev() {
		if f(cursor.Index(), cursor.Value()) {
			return true
		}
	}
	return false
}
