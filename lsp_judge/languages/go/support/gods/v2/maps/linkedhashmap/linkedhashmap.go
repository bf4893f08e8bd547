// Package linkedhashmap is a map that keeps the order in which keys first came.
package linkedhashmap

import "github.com/emirpasic/gods/v2/internal/show"

// Map finds entries by their keys; they are a circle, which begins and ends at one without a key.
type Map[K comparable, V any] struct {
	entries map[K]*entry[K, V]
	ends    *entry[K, V]
}

type entry[K comparable, V any] struct {
	key        K
	value      V
	prev, next *entry[K, V]
}

// New is an empty map.
func New[K comparable, V any]() *Map[K, V] {
	m := &Map[K, V]{}
	m.Clear()
	return m
}

// Put adds a key behind the last, or gives the one that is there a new value in its place.
func (m *Map[K, V]) Put(key K, value V) {
	if found, ok := m.entries[key]; ok {
		found.value = value
		return
	}
	made := &entry[K, V]{key, value, m.ends.prev, m.ends}
	made.prev.next, made.next.prev = made, made
	m.entries[key] = made
}

// Get finds the value of a key.
func (m *Map[K, V]) Get(key K) (value V, found bool) {
	if entry, ok := m.entries[key]; ok {
		return entry.value, true
	}
	return value, false
}

// Remove takes a key out, if it is there.
func (m *Map[K, V]) Remove(key K) {
	if found, ok := m.entries[key]; ok {
		found.prev.next, found.next.prev = found.next, found.prev
		delete(m.entries, key)
	}
}

func (m *Map[K, V]) Size() int   { return len(m.entries) }
func (m *Map[K, V]) Empty() bool { return len(m.entries) == 0 }

// Clear removes all keys.
func (m *Map[K, V]) Clear() {
	m.entries, m.ends = map[K]*entry[K, V]{}, &entry[K, V]{}
	m.ends.prev, m.ends.next = m.ends, m.ends
}

// Keys are all keys in their order.
func (m *Map[K, V]) Keys() []K {
	keys := make([]K, 0, len(m.entries))
	m.Each(func(key K, _ V) { keys = append(keys, key) })
	return keys
}

// Values are all values in the order of their keys.
func (m *Map[K, V]) Values() []V {
	values := make([]V, 0, len(m.entries))
	m.Each(func(_ K, value V) { values = append(values, value) })
	return values
}

func (m *Map[K, V]) String() string {
	return show.Pairs("LinkedHashMap", m.Keys(), m.Values())
}

// Each calls the function with every key, in their order.
func (m *Map[K, V]) Each(f func(key K, value V)) {
	for each := m.Iterator(); each.Next(); {
		f(each.Key(), each.Value())
	}
}

// Map is a new map of what the function makes of each key and value.
func (m *Map[K, V]) Map(f func(key K, value V) (K, V)) *Map[K, V] {
	made := New[K, V]()
	m.Each(func(key K, value V) { made.Put(f(key, value)) })
	return made
}

// Select is a new map of what the function agrees to.
func (m *Map[K, V]) Select(f func(key K, value V) bool) *Map[K, V] {
	made := New[K, V]()
	m.Each(func(key K, value V) {
		if f(key, value) {
			made.Put(key, value)
		}
	})
	return made
}

// Any is whether the function agrees to one at least.
func (m *Map[K, V]) Any(f func(key K, value V) bool) bool { return m.Iterator().NextTo(f) }

// All is whether the function agrees to each.
func (m *Map[K, V]) All(f func(key K, value V) bool) bool {
	return !m.Any(func(key K, value V) bool { return !f(key, value) })
}

// Find is the first key to which the function agrees.
func (m *Map[K, V]) Find(f func(key K, value V) bool) (key K, value V) {
	if each := m.Iterator(); each.NextTo(f) {
		return each.Key(), each.Value()
	}
	return key, value
}
