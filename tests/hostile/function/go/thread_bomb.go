// Goroutines that each hold a thread; 200 at most, which end after a while.
package main

import (
	"runtime"
	"sync"
	"time"
)

func attack(n int) int {
	var all sync.WaitGroup
	for i := 0; i < 200*n; i++ {
		all.Add(1)
		go func() {
			defer all.Done()
			runtime.LockOSThread()
			time.Sleep(350 * time.Millisecond)
		}()
	}
	all.Wait()
	return 0
}
