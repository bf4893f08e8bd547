// Connects to a listener on this machine.
package main

import "syscall"

func attack(n int) int {
	if n == 0 {
		return 0
	}
	end, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM, 0)
	if err != nil {
		return 0
	}
	to := syscall.SockaddrInet4{Port: @PORT@, Addr: [4]byte{127, 0, 0, 1}}
	if syscall.Connect(end, &to) == nil {
		return 2
	}
	return 1
}
