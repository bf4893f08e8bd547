// Tries all of the doors at once: files, network, programs.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"syscall"
)

func main() {
	var n, done int
	fmt.Scan(&n)
	if n == 1 {
		if _, err := os.ReadFile("/etc/passwd"); err == nil {
			done++
		}
		if os.WriteFile("@HOME@/made.txt", nil, 0o644) == nil {
			done++
		}
		if _, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM, 0); err == nil {
			done++
		}
		command := exec.Command("/usr/bin/touch", "@HOME@/executed")
		command.Stdin, command.Stdout, command.Stderr = os.Stdin, os.Stdout, os.Stderr
		if command.Run() == nil {
			done++
		}
	}
	fmt.Println(done)
}
