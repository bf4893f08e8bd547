package main

import (
	"fmt"
	"math"
)

func main() {
	var n int
	fmt.Scan(&n)
	for a := 0; a*a <= n; a++ {
		b := int(math.Sqrt(float64(n - a*a)))
		if a*a+b*b == n {
			fmt.Println(a, b)
			return
		}
	}
	fmt.Println("impossible")
}
