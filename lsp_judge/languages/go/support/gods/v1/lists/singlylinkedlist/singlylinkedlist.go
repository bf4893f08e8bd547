// Package singlylinkedlist is the generic list over values of any type.
package singlylinkedlist

import generic "github.com/emirpasic/gods/v2/lists/singlylinkedlist"

type core = generic.List[any]

// List is a row of values.
type List struct{ core }

// Iterator stands before the first value, at a value, or behind the last; a copy goes its own way.
type Iterator = generic.Iterator[any]

// New is a list of the values.
func New(values ...any) *List {
	list := &List{}
	list.Add(values...)
	return list
}

// Iterator stands before the first value at first.
func (list *List) Iterator() Iterator { return *list.core.Iterator() }

// Map is a new list of what the function makes of each value.
func (list *List) Map(f func(index int, value any) any) *List { return New(list.Mapped(f)...) }

// Select is a new list of what the function agrees to.
func (list *List) Select(f func(index int, value any) bool) *List { return New(list.Selected(f)...) }
