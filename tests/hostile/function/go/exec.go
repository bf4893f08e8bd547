// Starts programs, which would leave a file in somebody's home.
package main

import (
	"os"
	"os/exec"
)

func attack(n int) int {
	if n == 0 {
		return 0
	}
	command := exec.Command("/usr/bin/touch", "@HOME@/executed")
	command.Stdin, command.Stdout, command.Stderr = os.Stdin, os.Stdout, os.Stderr
	if command.Run() == nil {
		return 1
	}
	return 0
}
