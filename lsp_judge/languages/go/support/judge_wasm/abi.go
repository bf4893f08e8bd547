// Package judge_wasm exports the ABI from a WASI reactor.
package judge_wasm

import "judge_build/judge_support"

//go:wasmexport judge_abi_version
func version() uint32 { return judge_support.Version() }

// The version as a name, to be found among the exports before anything runs.
//
//go:wasmexport judge_abi_v1
func versionName() uint32 { return judge_support.Version() }

//go:wasmexport judge_input
func input(size uint32) uint32 { return uint32(judge_support.Input(size)) }

//go:wasmexport judge_call
func call() uint32 { return judge_support.Call() }

//go:wasmexport judge_result
func result() uint32 { return uint32(judge_support.Result()) }

//go:wasmexport judge_bench
func bench(iterations, warmup uint32) uint32 { return judge_support.Bench(iterations, warmup) }
