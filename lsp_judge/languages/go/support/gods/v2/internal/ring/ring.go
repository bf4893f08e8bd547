// Package ring has a row of values that grows and shrinks at both ends, below all lists, stacks
// and queues: what linked nodes would do one by one, it does in place.
package ring

import "slices"

// Ring holds its values from `start` on, and goes on at the front of the slice.
type Ring[T any] struct {
	items       []T
	start, size int
}

func (ring *Ring[T]) place(index int) *T {
	at := ring.start + index
	if at >= len(ring.items) {
		at -= len(ring.items)
	}
	return &ring.items[at]
}

func (ring *Ring[T]) Size() int { return ring.size }

// Has is whether there is a value of this index.
func (ring *Ring[T]) Has(index int) bool { return 0 <= index && index < ring.size }

// Get is the value of an index; false where there is none.
func (ring *Ring[T]) Get(index int) (value T, ok bool) {
	if !ring.Has(index) {
		return value, false
	}
	return *ring.place(index), true
}

// Set gives the value of an index, which has to be there, another one.
func (ring *Ring[T]) Set(index int, value T) { *ring.place(index) = value }

// Push adds a value behind the last.
func (ring *Ring[T]) Push(value T) {
	ring.grow()
	ring.size++
	*ring.place(ring.size - 1) = value
}

// PushFront adds a value before the first.
func (ring *Ring[T]) PushFront(value T) {
	ring.grow()
	ring.start = (ring.start + len(ring.items) - 1) % len(ring.items)
	ring.size++
	*ring.place(0) = value
}

// Pop takes the last value; false where there is none.
func (ring *Ring[T]) Pop() (value T, ok bool) { return ring.take(ring.size - 1) }

// PopFront takes the first value; false where there is none.
func (ring *Ring[T]) PopFront() (value T, ok bool) {
	value, ok = ring.take(0)
	if ok {
		ring.start = (ring.start + 1) % len(ring.items)
	}
	return value, ok
}

// take leaves nothing behind that the collector would have to keep.
func (ring *Ring[T]) take(index int) (value T, ok bool) {
	value, ok = ring.Get(index)
	if ok {
		var none T
		*ring.place(index) = none
		ring.size--
	}
	return value, ok
}

// Insert puts values before the one of an index, which may be that behind the last.
func (ring *Ring[T]) Insert(index int, values []T) {
	if index == 0 {
		for last := len(values) - 1; last >= 0; last-- {
			ring.PushFront(values[last])
		}
		return
	}
	ring.Fill(slices.Insert(ring.Values(), index, values...))
}

// Remove takes out the value of an index, which has to be there.
func (ring *Ring[T]) Remove(index int) {
	switch index {
	case 0:
		ring.PopFront()
	case ring.size - 1:
		ring.Pop()
	default:
		ring.straighten()
		ring.items = slices.Delete(ring.items[:ring.size], index, index+1)
		ring.items = ring.items[:cap(ring.items)]
		ring.size--
	}
}

// Values are the values in a slice of their own.
func (ring *Ring[T]) Values() []T {
	values := make([]T, 0, ring.size)
	end := min(ring.start+ring.size, len(ring.items))
	values = append(values, ring.items[ring.start:end]...)
	return append(values, ring.items[:ring.size-len(values)]...)
}

// Fill takes a slice over.
func (ring *Ring[T]) Fill(values []T) { ring.items, ring.start, ring.size = values, 0, len(values) }

func (ring *Ring[T]) Clear() { ring.Fill(nil) }

func (ring *Ring[T]) straighten() {
	if ring.start > 0 {
		ring.Fill(ring.Values())
	}
}

func (ring *Ring[T]) grow() {
	if ring.size < len(ring.items) {
		return
	}
	items := make([]T, max(4, 2*ring.size))
	copy(items, ring.Values())
	ring.items, ring.start = items, 0
}
