// Loops for a minute, without a place at which the runtime could interrupt it by itself.
package main

import "time"

func attack(n int) int {
	for end := time.Now().Add(time.Duration(n) * time.Minute); n == 1 && time.Now().Before(end); {
	}
	return 0
}
