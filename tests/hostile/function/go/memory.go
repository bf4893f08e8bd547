// 150 MB, one after the other.
package main

var kept [][]byte

func attack(n int) int {
	for i := 0; i < 150*n; i++ {
		block := make([]byte, 1<<20)
		for j := 0; j < len(block); j += 4096 {
			block[j] = 1
		}
		kept = append(kept, block)
	}
	return 0
}
