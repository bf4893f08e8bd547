// Package linkedlistqueue is the generic queue over values of any type.
package linkedlistqueue

import generic "github.com/emirpasic/gods/v2/queues/linkedlistqueue"

type core = generic.Queue[any]

// Queue gives back first what came first.
type Queue struct{ core }

// Iterator stands before the first value, at a value, or behind the last; a copy goes its own way.
type Iterator = generic.Iterator[any]

// New is an empty queue.
func New() *Queue { return &Queue{} }

// Iterator stands before the first value at first.
func (queue *Queue) Iterator() Iterator { return *queue.core.Iterator() }
