// A value that has no room in a linker's memory.
package main

var table = [1 << 34]int{1<<34 - 1: 1}

func attack(n int) int {
	return table[n]
}
