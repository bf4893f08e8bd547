// Recursion without end.
package main

func deeper(n int, above *[1 << 16]byte) int {
	var here [1 << 16]byte
	if n == 0 {
		return int(above[n])
	}
	here[n] = above[n]
	return deeper(n, &here) + 1
}

func attack(n int) int {
	var top [1 << 16]byte
	return deeper(n, &top)
}
