// Package judge_support is the part of the harness that no solution changes: it decodes the
// arguments, calls the entry under a clock and encodes what came back.
//
// It imports nothing but runtime, math and unsafe: every package more makes the wasm module
// larger, and with it the time until the first verdict.
package judge_support

import (
	"runtime"
	"unsafe"
)

const (
	abiVersion = 1
	// In the result: the major number, and above it the minor one, which says how far it goes.
	abiStruct = abiVersion | 1<<16

	statusReturned = 0
	statusFailed   = 1
	statusBadInput = 2

	leftRunning    = 1 << 8

	// A larger buffer is given back after its case rather than kept for the next.
	keptBytes = 1 << 20
)

// Entry is what the glue knows of the solution. Decode sets the arguments aside, Call calls
// the solution with them and sets the result aside, Encode writes it. Of a class Calls does all
// of it, call by call.
type Entry struct {
	Arguments int
	Decode    func(*Reader)
	Call      func()
	Encode    func(*Writer)
	Calls     func(*Reader, *Writer)
}

// result is judge_result_t of the ABI: little-endian, 56 bytes. handling came with 1.1.
type result struct {
	abiVersion, status                               uint32
	duration, output, outputLen, message, messageLen uint64
	handling                                         uint64
}

var (
	entry   Entry
	input   []byte
	output  Writer
	message string
	outcome = result{abiVersion: abiStruct}

	// Why a call of a class failed, empty where none did.
	callsFailure string
)

// Register makes known what the exported functions call.
func Register(solution Entry) bool {
	entry = solution
	return true
}

// Version returns the version of the ABI.
func Version() uint32 { return abiVersion }

// Input returns the address of size bytes for the encoded arguments.
func Input(size uint32) uintptr {
	if int(size) > cap(input) || cap(input) > keptBytes {
		input = make([]byte, max(size, 1))
	}
	input = input[:size]
	return uintptr(unsafe.Pointer(unsafe.SliceData(input)))
}

// Result returns the address of the result, the same at every call.
func Result() uintptr { return uintptr(unsafe.Pointer(&outcome)) }

// Call runs the entry once; the answer is its encoded result. It returns the status, with
// leftRunning where goroutines that the entry started have not ended.
func Call() uint32 {
	before, began := runtime.NumGoroutine(), nanotime()
	status := call()
	if status == statusReturned {
		outcome.handling = uint64(nanotime()-began) - outcome.duration
	}
	for look := 0; runtime.NumGoroutine() > before; look++ {
		if look == 10 {
			return status | leftRunning
		}
		runtime.Gosched() // one that is about to end gets the chance
	}
	return status
}

func call() uint32 {
	begin()
	if entry.Calls != nil {
		return finish(runCalls())
	}
	if failure := decode(); failure != "" {
		return finish(statusBadInput, failure)
	}
	duration, failure := timed(entry.Call)
	if failure != "" {
		return finish(statusFailed, failure)
	}
	outcome.duration = uint64(duration)
	entry.Encode(&output)
	return finish(statusReturned, "")
}

// Bench runs the entry warmup times, then iterations times under the clock; the answer is the
// array of the durations in ns. Arguments are decoded afresh each time, outside the clock.
func Bench(iterations, warmup uint32) uint32 {
	begin()
	durations := make([]int64, 0, iterations)
	for i := uint64(0); i < uint64(warmup)+uint64(iterations); i++ {
		if entry.Calls != nil {
			if status, failure := runCalls(); status != statusReturned {
				return finish(status, failure)
			}
			if i >= uint64(warmup) {
				durations = append(durations, int64(outcome.duration))
			}
			output.data = output.data[:0]
			continue
		}
		if failure := decode(); failure != "" {
			return finish(statusBadInput, failure)
		}
		duration, failure := timed(entry.Call)
		if failure != "" {
			return finish(statusFailed, failure)
		}
		if i >= uint64(warmup) {
			durations = append(durations, duration)
			outcome.duration += uint64(duration)
		}
	}
	PutSlice(&output, durations, PutInt[int64])
	return finish(statusReturned, "")
}

// runCalls performs all calls of a class case; the status, and what failed.
func runCalls() (uint32, string) {
	reader := Reader{data: input}
	callsFailure = ""
	if reader.Size() != 2 {
		reader.fail("the tables and the calls")
	}
	entry.Calls(&reader, &output)
	if callsFailure != "" {
		return statusFailed, callsFailure
	}
	if reader.at != len(input) {
		reader.fail("nothing more")
	}
	if reader.failure != "" {
		return statusBadInput, reader.failure
	}
	return statusReturned, ""
}

func begin() {
	if cap(output.data) > keptBytes {
		output.data = nil
	}
	output.data = output.data[:0]
	outcome = result{abiVersion: abiStruct}
}

func decode() string {
	reader := Reader{data: input}
	if reader.Size() != entry.Arguments {
		reader.fail("an array of " + decimal(uint64(entry.Arguments)) + " arguments")
	}
	if reader.failure == "" {
		entry.Decode(&reader)
	}
	if reader.at != len(input) {
		reader.fail("nothing more")
	}
	return reader.failure
}

func finish(status uint32, text string) uint32 {
	message = text
	outcome.status = status
	outcome.output = uint64(uintptr(unsafe.Pointer(unsafe.SliceData(output.data))))
	outcome.outputLen = uint64(len(output.data))
	outcome.message = uint64(uintptr(unsafe.Pointer(unsafe.StringData(message))))
	outcome.messageLen = uint64(len(message))
	return status
}
