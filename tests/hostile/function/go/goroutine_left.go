// Answers, and leaves goroutines behind that work for some seconds.
package main

import "time"

func attack(n int) int {
	for i := 0; i < 4*n; i++ {
		go func() {
			for end := time.Now().Add(5 * time.Second); time.Now().Before(end); {
			}
		}()
	}
	return 0
}
