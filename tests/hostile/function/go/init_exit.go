// An init() that leaves with a status that means something between worker and judge.
package main

import "os"

func init() {
	os.Exit(40)
}

func attack(n int) int {
	return n
}
