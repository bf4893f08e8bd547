// Reads files in init(), when files may be read.
package main

import "os"

var readable int

func init() {
	for _, path := range []string{"/etc/passwd", "@ANSWER@", "@HOME@/witness.txt"} {
		if _, err := os.ReadFile(path); err == nil {
			readable++
		}
	}
}

func attack(n int) int {
	return n * readable
}
