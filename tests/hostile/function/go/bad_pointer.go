// Writes through a bad pointer.
package main

import "unsafe"

func attack(n int) int {
	if n == 1 {
		place := uintptr(0xfffffff0)
		*(*int)(unsafe.Pointer(place)) = 1
	}
	return 0
}
