// Prints 100 MB on both streams.
package main

import (
	"os"
	"strings"
)

func attack(n int) int {
	text := strings.Repeat("f", 1000)
	for i := 0; i < 50000*n; i++ {
		os.Stdout.WriteString(text)
		os.Stderr.WriteString(text)
	}
	return 0
}
