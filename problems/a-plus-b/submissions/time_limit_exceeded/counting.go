package main

import "fmt"

func main() {
	var a, b int64
	fmt.Scan(&a, &b)
	for b > 0 {
		a++
		b--
	}
	for b < 0 {
		a--
		b++
	}
	fmt.Println(a)
}
