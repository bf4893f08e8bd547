// Exports one of the judge's own functions.
package main

//go:wasmexport judge_call
func judge_call() uint32 {
	return 0
}

func attack(n int) int {
	return 0 * n
}
