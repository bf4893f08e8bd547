// Makes, changes and removes files in somebody's home, and where all may write.
package main

import "os"

func attack(n int) int {
	done := 0
	if n == 0 {
		return done
	}
	for _, path := range []string{"@HOME@/made.txt", "@HOME@/witness.txt", "made.txt"} {
		if os.WriteFile(path, []byte("changed"), 0o644) == nil {
			done++
		}
	}
	if _, err := os.CreateTemp("", "judge"); err == nil {
		done++
	}
	if os.Remove("@HOME@/witness.txt") == nil {
		done++
	}
	return done
}
