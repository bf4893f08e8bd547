// Package hashset is the generic set over values of any type.
package hashset

import generic "github.com/emirpasic/gods/v2/sets/hashset"

// Set has its values as keys of a map.
type Set = generic.Set[any]

// New is a set of the values.
func New(values ...any) *Set { return generic.New(values...) }
