/*
 * @lc app=leetcode id=2276 lang=golang
 */
package leetcode

import rbt "github.com/emirpasic/gods/v2/trees/redblacktree"

// Input
// ["CountIntervals", "add", "add", "count", "add", "count"]
// [[], [2, 3], [7, 10], [], [5, 8], []]
// Output
// [null, null, null, 6, null, 8]

// @lc code=start
type CountIntervals struct {
	*rbt.Tree[int, int]
	cnt int
}

func Constructor() CountIntervals {
	return CountIntervals{rbt.New[int, int](), 0}
}

func (this *CountIntervals) Add(left int, right int) {
	for node, ok := this.Floor(right); ok && node.Value >= left; node, ok = this.Floor(right) {
		l, r := node.Key, node.Value
		left, right = min(left, l), max(right, r)
		this.cnt -= r - l + 1
		this.Remove(l)
	}
	this.cnt += right - left + 1
	this.Put(left, right)
}

func (this *CountIntervals) Count() int {
	return this.cnt
}

// @lc code=end
