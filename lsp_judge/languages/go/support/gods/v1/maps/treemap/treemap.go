// Package treemap is the generic sorted map over keys and values of any type.
package treemap

import (
	generic "github.com/emirpasic/gods/v2/maps/treemap"

	"github.com/emirpasic/gods/utils"
)

type core = generic.Map[any, any]

// Map keeps its keys in the order of a comparator.
type Map struct{ core }

// Iterator stands before the first key, at a key, or behind the last; a copy goes its own way.
type Iterator = generic.Iterator[any, any]

// NewWith is an empty map in an order of one's own.
func NewWith(comparator utils.Comparator) *Map {
	return &Map{*generic.NewWith[any, any](comparator)}
}

// NewWithIntComparator is an empty map with keys of type int.
func NewWithIntComparator() *Map { return NewWith(utils.IntComparator) }

// NewWithStringComparator is an empty map with keys of type string.
func NewWithStringComparator() *Map { return NewWith(utils.StringComparator) }

func (m *Map) Iterator() Iterator { return *m.core.Iterator() }

// Min is nil, nil in an empty map.
func (m *Map) Min() (key, value any) {
	key, value, _ = m.core.Min()
	return key, value
}

// Max is nil, nil in an empty map.
func (m *Map) Max() (key, value any) {
	key, value, _ = m.core.Max()
	return key, value
}

// Floor is nil, nil where there is no such key.
func (m *Map) Floor(key any) (foundKey, foundValue any) {
	foundKey, foundValue, _ = m.core.Floor(key)
	return foundKey, foundValue
}

// Ceiling is nil, nil where there is no such key.
func (m *Map) Ceiling(key any) (foundKey, foundValue any) {
	foundKey, foundValue, _ = m.core.Ceiling(key)
	return foundKey, foundValue
}

// Map is a new map of what the function makes of each key and value.
func (m *Map) Map(f func(key, value any) (any, any)) *Map { return &Map{*m.core.Map(f)} }

// Select is a new map of what the function agrees to.
func (m *Map) Select(f func(key, value any) bool) *Map { return &Map{*m.core.Select(f)} }
