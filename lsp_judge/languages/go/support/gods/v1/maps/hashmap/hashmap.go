// Package hashmap is the generic map over keys and values of any type.
package hashmap

import generic "github.com/emirpasic/gods/v2/maps/hashmap"

// Map is Go's own map behind methods.
type Map = generic.Map[any, any]

// New is an empty map.
func New() *Map { return generic.New[any, any]() }
