// Package circularbuffer is the generic queue over values of any type.
package circularbuffer

import generic "github.com/emirpasic/gods/v2/queues/circularbuffer"

type core = generic.Queue[any]

// Queue gives back first what came first.
type Queue struct{ core }

// Iterator stands before the first value, at a value, or behind the last; a copy goes its own way.
type Iterator = generic.Iterator[any]

// New is an empty queue that holds so many values at most.
func New(maxSize int) *Queue { return &Queue{*generic.New[any](maxSize)} }

// Iterator stands before the first value at first.
func (queue *Queue) Iterator() Iterator { return *queue.core.Iterator() }
