package utils

import "time"

// TimeComparator puts earlier times first.
func TimeComparator(a, b time.Time) int { return a.Compare(b) }
