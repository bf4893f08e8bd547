package utils

import "time"

// TimeComparator puts earlier times first.
func TimeComparator(a, b any) int { return a.(time.Time).Compare(b.(time.Time)) }
