// Forks, with the raw system call; 8 times at most, and every child ends by itself.
package main

import "syscall"

func attack(n int) int {
	made := 0
	for i := 0; i < 8*n; i++ {
		child, _, err := syscall.RawSyscall(syscall.SYS_FORK, 0, 0, 0)
		if err == 0 && child == 0 {
			syscall.RawSyscall(syscall.SYS_EXIT_GROUP, 0, 0, 0)
		}
		if err == 0 {
			made++
		}
	}
	return made
}
