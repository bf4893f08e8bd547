// Reads the system's users, the answer of its own case, and a file in somebody's home.
package main

import "os"

func attack(n int) int {
	done := 0
	for _, path := range []string{"/etc/passwd", "@ANSWER@", "@HOME@/witness.txt"} {
		if n == 0 {
			break
		}
		if _, err := os.ReadFile(path); err == nil {
			done++
		}
	}
	return done
}
