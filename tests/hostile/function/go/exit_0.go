// Leaves, with success, before it has answered.
package main

import "os"

func attack(n int) int {
	if n == 1 {
		os.Exit(0)
	}
	return 0
}
