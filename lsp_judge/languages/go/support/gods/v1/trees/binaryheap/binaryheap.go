// Package binaryheap is the generic heap over values of any type.
package binaryheap

import (
	generic "github.com/emirpasic/gods/v2/trees/binaryheap"

	"github.com/emirpasic/gods/utils"
)

type core = generic.Heap[any]

// Heap orders its values by the comparator as far as it takes to know the least.
type Heap struct{ core }

// Iterator stands before the top, at a value, or behind the last; a copy goes its own way.
type Iterator = generic.Iterator[any]

// NewWith is an empty heap in an order of one's own.
func NewWith(comparator utils.Comparator) *Heap { return &Heap{*generic.NewWith(comparator)} }

// NewWithIntComparator is an empty heap of values of type int.
func NewWithIntComparator() *Heap { return NewWith(utils.IntComparator) }

// NewWithStringComparator is an empty heap of values of type string.
func NewWithStringComparator() *Heap { return NewWith(utils.StringComparator) }

// Iterator stands before the top at first.
func (heap *Heap) Iterator() Iterator { return *heap.core.Iterator() }
