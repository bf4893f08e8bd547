package main

import "judge_build/judge_support"

// NestedInteger is what problems about nested lists are given, by its documented interface.
type NestedInteger struct {
	judge_whole  bool
	judge_number int
	judge_items  []*NestedInteger
}

// IsInteger says whether this is a single integer.
func (n NestedInteger) IsInteger() bool { return n.judge_whole }

// GetInteger gives the integer, if it is one.
func (n NestedInteger) GetInteger() int { return n.judge_number }

// SetInteger makes it a single integer.
func (n *NestedInteger) SetInteger(value int) { n.judge_whole, n.judge_number = true, value }

// Add makes it a list with one more item.
func (n *NestedInteger) Add(item NestedInteger) {
	n.judge_whole = false
	n.judge_items = append(n.judge_items, &item)
}

// GetList gives the items of a list.
func (n NestedInteger) GetList() []*NestedInteger { return n.judge_items }

func judge_read_nested(judge_from *judge_support.Reader) *NestedInteger {
	if !judge_from.AtArray() {
		return &NestedInteger{judge_whole: true, judge_number: judge_support.Int[int](judge_from)}
	}
	return &NestedInteger{judge_items: judge_support.Slice(judge_from, judge_read_nested)}
}

func judge_put_nested(judge_to *judge_support.Writer, judge_item *NestedInteger) {
	switch {
	case judge_item == nil:
		judge_support.PutNil(judge_to)
	case judge_item.judge_whole:
		judge_support.PutInt(judge_to, judge_item.judge_number)
	default:
		judge_support.PutSlice(judge_to, judge_item.judge_items, judge_put_nested)
	}
}
