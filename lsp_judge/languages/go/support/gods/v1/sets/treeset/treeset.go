// Package treeset is the generic sorted set over values of any type.
package treeset

import (
	generic "github.com/emirpasic/gods/v2/sets/treeset"

	"github.com/emirpasic/gods/utils"
)

type core = generic.Set[any]

// Set keeps its values in the order of a comparator.
type Set struct{ core }

// Iterator stands before the first value, at a value, or behind the last; a copy goes its own way.
type Iterator = generic.Iterator[any]

// NewWith is a set of the values in an order of one's own.
func NewWith(comparator utils.Comparator, values ...any) *Set {
	return &Set{*generic.NewWith(comparator, values...)}
}

// NewWithIntComparator is a set of values of type int.
func NewWithIntComparator(values ...any) *Set { return NewWith(utils.IntComparator, values...) }

// NewWithStringComparator is a set of values of type string.
func NewWithStringComparator(values ...any) *Set { return NewWith(utils.StringComparator, values...) }

// Intersection has what is in both, in the order of the first.
func (set *Set) Intersection(another *Set) *Set { return &Set{*set.core.Intersection(&another.core)} }

// Union has what is in either, in the order of the first.
func (set *Set) Union(another *Set) *Set { return &Set{*set.core.Union(&another.core)} }

// Difference has what is in the first alone.
func (set *Set) Difference(another *Set) *Set { return &Set{*set.core.Difference(&another.core)} }

// Map is a new set of what the function makes of each value.
func (set *Set) Map(f func(index int, value any) any) *Set { return &Set{*set.core.Map(f)} }

// Select is a new set of what the function agrees to.
func (set *Set) Select(f func(index int, value any) bool) *Set { return &Set{*set.core.Select(f)} }
