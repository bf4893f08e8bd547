// Package judge_step makes a program of a solution, for a debugger: the encoded arguments come
// from stdin, and of the result only a failure is told.
package judge_step

import (
	"io"
	"os"
	"unsafe"

	_ "judge_build/judge_given"
	"judge_build/judge_support"
)

// The result struct of the ABI.
type result struct {
	version, status  uint32
	duration         uint64
	output, length   uint64
	message, written uint64
}

// Main calls the entry once and ends the process; it never returns.
func Main() {
	data, err := io.ReadAll(os.Stdin)
	if err != nil {
		os.Exit(125)
	}
	copy(bytes(judge_support.Input(uint32(len(data))), len(data)), data)
	status := judge_support.Call()
	if status != 0 {
		outcome := (*result)(pointer(judge_support.Result()))
		os.Stderr.Write(bytes(uintptr(outcome.message), int(outcome.written)))
	}
	os.Exit(int(status))
}

// The support hands out addresses as numbers, of memory that it keeps.
func pointer(address uintptr) unsafe.Pointer {
	return *(*unsafe.Pointer)(unsafe.Pointer(&address))
}

func bytes(address uintptr, count int) []byte {
	if count == 0 {
		return nil
	}
	return unsafe.Slice((*byte)(pointer(address)), count)
}
