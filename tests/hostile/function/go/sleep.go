// Sleeps far beyond the time limit.
package main

import "time"

func attack(n int) int {
	time.Sleep(time.Duration(n) * time.Minute)
	return 0
}
