// Package utils has the type of all comparators.
package utils

// Comparator is negative, zero or positive as x belongs before, beside or behind y.
type Comparator[T any] func(x, y T) int
