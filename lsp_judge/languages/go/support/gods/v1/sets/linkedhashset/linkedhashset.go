// Package linkedhashset is the generic set in the order of insertion, over values of any type.
package linkedhashset

import generic "github.com/emirpasic/gods/v2/sets/linkedhashset"

// Set has its values once, and keeps the order in which they first came.
type Set = generic.Set[any]

// Iterator stands before the first value, at a value, or behind the last; a copy goes its own way.
type Iterator = generic.Iterator[any]

// New is a set of the values.
func New(values ...any) *Set { return generic.New(values...) }
