// Divides by zero.
package main

func attack(n int) int {
	zero := 1 - n
	if n == 1 {
		return n / zero
	}
	return 0
}
