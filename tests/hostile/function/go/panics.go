// Panics in a goroutine of its own, where no one recovers.
package main

func attack(n int) int {
	if n == 1 {
		go func() { panic("on purpose") }()
		select {}
	}
	return 0
}
