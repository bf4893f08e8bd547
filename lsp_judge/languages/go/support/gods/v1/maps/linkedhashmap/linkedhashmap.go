// Package linkedhashmap is the generic map in the order of insertion, over values of any type.
package linkedhashmap

import generic "github.com/emirpasic/gods/v2/maps/linkedhashmap"

type core = generic.Map[any, any]

// Map finds values by their keys, and keeps the order in which the keys first came.
type Map struct{ core }

// Iterator stands before the first key, at a key, or behind the last; a copy goes its own way.
type Iterator = generic.Iterator[any, any]

// New is an empty map.
func New() *Map { return &Map{*generic.New[any, any]()} }

// Iterator stands before the first key at first.
func (m *Map) Iterator() Iterator { return *m.core.Iterator() }

// Map is a new map of what the function makes of each key and value.
func (m *Map) Map(f func(key, value any) (any, any)) *Map { return &Map{*m.core.Map(f)} }

// Select is a new map of what the function agrees to.
func (m *Map) Select(f func(key, value any) bool) *Map { return &Map{*m.core.Select(f)} }
