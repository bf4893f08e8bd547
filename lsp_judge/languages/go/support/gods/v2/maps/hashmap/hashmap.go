// Package hashmap is a map without an order.
package hashmap

import "github.com/emirpasic/gods/v2/internal/show"

// Map is Go's own map behind methods.
type Map[K comparable, V any] struct{ m map[K]V }

// New is an empty map.
func New[K comparable, V any]() *Map[K, V] { return &Map[K, V]{map[K]V{}} }

func (m *Map[K, V]) Put(key K, value V) { m.m[key] = value }
func (m *Map[K, V]) Remove(key K)       { delete(m.m, key) }
func (m *Map[K, V]) Size() int          { return len(m.m) }
func (m *Map[K, V]) Empty() bool        { return len(m.m) == 0 }
func (m *Map[K, V]) Clear()             { m.m = map[K]V{} }

// Get finds the value of a key.
func (m *Map[K, V]) Get(key K) (value V, found bool) {
	value, found = m.m[key]
	return value, found
}

// Keys are all keys, in any order.
func (m *Map[K, V]) Keys() []K {
	keys := make([]K, 0, len(m.m))
	for key := range m.m {
		keys = append(keys, key)
	}
	return keys
}

// Values are all values, in any order.
func (m *Map[K, V]) Values() []V {
	values := make([]V, 0, len(m.m))
	for _, value := range m.m {
		values = append(values, value)
	}
	return values
}

func (m *Map[K, V]) String() string {
	keys := m.Keys()
	values := make([]V, len(keys))
	for i, key := range keys {
		values[i] = m.m[key]
	}
	return show.Pairs("HashMap", keys, values)
}
