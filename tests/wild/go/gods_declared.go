package main

import (
	"fmt"

	rbt "github.com/emirpasic/gods/trees/redblacktree"
	"github.com/emirpasic/gods/utils"
)

// Input
// ["MyCalendar", "book", "book", "book"]
// [[], [10, 20], [15, 25], [20, 30]]
// Output
// [null, true, false, true]
type MyCalendar struct {
	*rbt.Tree
}

func Constructor() MyCalendar {
	return MyCalendar{rbt.NewWith(utils.IntComparator)}
}

func (this *MyCalendar) Book(start int, end int) bool {
	if next, ok := this.Ceiling(start); ok && next.Key.(int) < end {
		return false
	}
	if before, ok := this.Floor(start); ok {
		if it := this.IteratorAt(before); fmt.Sprint(it.Key()) == "" || it.Value().(int) > start {
			return false
		}
	}
	this.Put(start, end)
	return true
}
