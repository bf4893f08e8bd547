// Ignores all signals and loops for a minute.
package main

import (
	"os/signal"
	"time"
)

func attack(n int) int {
	if n == 0 {
		return 0
	}
	signal.Ignore()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); {
	}
	return 0
}
