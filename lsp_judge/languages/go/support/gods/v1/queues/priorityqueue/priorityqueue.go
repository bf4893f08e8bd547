// Package priorityqueue is the generic queue over values of any type.
package priorityqueue

import (
	generic "github.com/emirpasic/gods/v2/queues/priorityqueue"

	"github.com/emirpasic/gods/utils"
)

type core = generic.Queue[any]

// Queue gives back first what the comparator puts first.
type Queue struct{ core }

// Iterator stands before the first value, at a value, or behind the last; a copy goes its own way.
type Iterator = generic.Iterator[any]

// NewWith is an empty queue in an order of one's own.
func NewWith(comparator utils.Comparator) *Queue { return &Queue{*generic.NewWith(comparator)} }

// Iterator stands before the first value at first.
func (queue *Queue) Iterator() Iterator { return *queue.core.Iterator() }
