// Has the compiler read the answer of its own case.
package main

import _ "embed"

//go:embed ../../../../../../../../@ANSWER@
var stolen string

func attack(n int) int {
	return n * len(stolen)
}
