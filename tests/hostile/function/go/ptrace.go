// Traces a process of the test's own.
package main

import "syscall"

func attack(n int) int {
	if n == 1 && syscall.PtraceAttach(@VICTIM@) == nil {
		syscall.PtraceDetach(@VICTIM@)
		return 1
	}
	return 0
}
