// Waits for what never comes.
package main

func attack(n int) int {
	if n == 1 {
		<-make(chan int)
	}
	return 0
}
