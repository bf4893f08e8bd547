// Package utils has comparators for keys whose type the containers do not know.
package utils

import (
	"cmp"
	"slices"

	generic "github.com/emirpasic/gods/v2/utils"
)

// Comparator is negative, zero or positive as the first belongs before, beside or behind.
type Comparator = generic.Comparator[any]

func compare[T cmp.Ordered](a, b any) int { return cmp.Compare(a.(T), b.(T)) }

// Each of these asks for values of exactly the type that it is named after.

func StringComparator(a, b any) int  { return compare[string](a, b) }
func IntComparator(a, b any) int     { return compare[int](a, b) }
func Int8Comparator(a, b any) int    { return compare[int8](a, b) }
func Int16Comparator(a, b any) int   { return compare[int16](a, b) }
func Int32Comparator(a, b any) int   { return compare[int32](a, b) }
func Int64Comparator(a, b any) int   { return compare[int64](a, b) }
func UIntComparator(a, b any) int    { return compare[uint](a, b) }
func UInt8Comparator(a, b any) int   { return compare[uint8](a, b) }
func UInt16Comparator(a, b any) int  { return compare[uint16](a, b) }
func UInt32Comparator(a, b any) int  { return compare[uint32](a, b) }
func UInt64Comparator(a, b any) int  { return compare[uint64](a, b) }
func Float32Comparator(a, b any) int { return compare[float32](a, b) }
func Float64Comparator(a, b any) int { return compare[float64](a, b) }
func ByteComparator(a, b any) int    { return compare[byte](a, b) }
func RuneComparator(a, b any) int    { return compare[rune](a, b) }

// Sort orders a slice in its place.
func Sort(values []any, comparator Comparator) { slices.SortFunc(values, comparator) }
