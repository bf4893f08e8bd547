package linkedhashmap

// Iterator stands at a key, or at an end of the map; `begun` tells the ends apart.
type Iterator[K comparable, V any] struct {
	m     *Map[K, V]
	entry *entry[K, V]
	begun bool
}

// Iterator stands before the first key at first.
func (m *Map[K, V]) Iterator() *Iterator[K, V] { return &Iterator[K, V]{m: m, entry: m.ends} }

// Next goes on by a key; false behind the last.
func (iterator *Iterator[K, V]) Next() bool {
	if iterator.begun && iterator.entry == iterator.m.ends {
		return false
	}
	iterator.begun = true
	iterator.entry = iterator.entry.next
	return iterator.entry != iterator.m.ends
}

// Prev goes back by a key; false before the first.
func (iterator *Iterator[K, V]) Prev() bool {
	if !iterator.begun {
		return false
	}
	iterator.entry = iterator.entry.prev
	iterator.begun = iterator.entry != iterator.m.ends
	return iterator.begun
}

func (iterator *Iterator[K, V]) Key() K   { return iterator.entry.key }
func (iterator *Iterator[K, V]) Value() V { return iterator.entry.value }

// Begin goes before the first key.
func (iterator *Iterator[K, V]) Begin() { iterator.entry, iterator.begun = iterator.m.ends, false }

// End goes behind the last key.
func (iterator *Iterator[K, V]) End() { iterator.entry, iterator.begun = iterator.m.ends, true }

// First goes to the first key; false where there is none.
func (iterator *Iterator[K, V]) First() bool {
	iterator.Begin()
	return iterator.Next()
}

// Last goes to the last key; false where there is none.
func (iterator *Iterator[K, V]) Last() bool {
	iterator.End()
	return iterator.Prev()
}

// NextTo goes on until the function agrees.
func (iterator *Iterator[K, V]) NextTo(f func(key K, value V) bool) bool {
	for iterator.Next() {
		if f(iterator.Key(), iterator.Value()) {
			return true
		}
	}
	return false
}

// PrevTo goes back until the function agrees.
func (iterator *Iterator[K, V]) PrevTo(f func(key K, value V) bool) bool {
	for iterator.Prev() {
		if f(iterator.Key(), iterator.Value()) {
			return true
		}
	}
	return false
}
