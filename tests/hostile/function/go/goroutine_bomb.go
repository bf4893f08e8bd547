// 10,000 goroutines that wait, which is right, and are left behind, which disturbs nobody.
package main

func attack(n int) int {
	never := make(chan int)
	for i := 0; i < 10000*n; i++ {
		go func() { <-never }()
	}
	return 0
}
