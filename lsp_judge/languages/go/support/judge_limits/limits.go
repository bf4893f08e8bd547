//go:build !tinygo

// Package judge_limits ends endless recursion before it has eaten all memory or all time.
package judge_limits

import (
	"runtime"
	_ "unsafe" // for go:linkname
)

// The public debug.SetMaxStack would link fmt and os.
//
//go:linkname setMaxStack runtime/debug.setMaxStack
func setMaxStack(bytes int) int

// Go's own limit of 1 GiB is more than most problems allow in all, so that endless recursion
// would be reported as too much memory. And a stack grows by being copied frame by frame, which
// takes a second for 64 MiB in wasm: with more, endless recursion would look like slowness.
const (
	nativeStackBytes = 128 << 20
	wasmStackBytes   = 64 << 20
)

func init() {
	if runtime.GOARCH == "wasm" {
		setMaxStack(wasmStackBytes)
	} else {
		setMaxStack(nativeStackBytes)
	}
}
