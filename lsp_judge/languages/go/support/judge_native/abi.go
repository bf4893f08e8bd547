// Package judge_native exports the ABI from a shared library. It is a package of its own, so
// that the C compiler runs once and not after every edit.
package judge_native

// #include <stdint.h>
import "C"

import "judge_build/judge_support"

//export judge_abi_version
func judge_abi_version() C.uint32_t { return C.uint32_t(judge_support.Version()) }

// The version as a name, to be found in the symbol table before anything is loaded.
//
//export judge_abi_v1
func judge_abi_v1() C.uint32_t { return C.uint32_t(judge_support.Version()) }

// The addresses are handed out as numbers: cgo refuses pointers to Go's memory, which here
// stays reachable and in its place until the next call, as the ABI asks.
//
//export judge_input
func judge_input(size C.uint32_t) C.uintptr_t {
	return C.uintptr_t(judge_support.Input(uint32(size)))
}

//export judge_call
func judge_call() C.uint32_t { return C.uint32_t(judge_support.Call()) }

//export judge_result
func judge_result() C.uintptr_t { return C.uintptr_t(judge_support.Result()) }

//export judge_bench
func judge_bench(iterations, warmup C.uint32_t) C.uint32_t {
	return C.uint32_t(judge_support.Bench(uint32(iterations), uint32(warmup)))
}
