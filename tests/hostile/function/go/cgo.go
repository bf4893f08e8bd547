// A cgo directive, which would hand arguments to the C compiler.
package main

// #cgo LDFLAGS: -Wl,-rpath,@HOME@
// static int one(void) { return 1; }
import "C"

func attack(n int) int {
	return n * int(C.one())
}
