// Package linkedliststack is the generic stack over values of any type.
package linkedliststack

import generic "github.com/emirpasic/gods/v2/stacks/linkedliststack"

type core = generic.Stack[any]

// Stack gives back first what came last.
type Stack struct{ core }

// Iterator stands before the top, at a value, or behind the bottom; a copy goes its own way.
type Iterator = generic.Iterator[any]

// New is an empty stack.
func New() *Stack { return &Stack{} }

// Iterator stands before the top at first.
func (stack *Stack) Iterator() Iterator { return *stack.core.Iterator() }
