package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
	"strings"
)

func main() {
	in := bufio.NewScanner(os.Stdin)
	counts := map[string]int{}
	for in.Scan() {
		for _, word := range strings.FieldsFunc(strings.ToLower(in.Text()), func(r rune) bool { return r < 'a' || r > 'z' }) {
			counts[word]++
		}
	}
	byCount := map[int][]string{}
	var numbers []int
	for word, n := range counts {
		if byCount[n] == nil {
			numbers = append(numbers, n)
		}
		byCount[n] = append(byCount[n], word)
	}
	sort.Sort(sort.Reverse(sort.IntSlice(numbers)))
	most := numbers[0]
	fmt.Println(len(counts))
	for n := most; n > 0; n-- {
		sort.Strings(byCount[n])
		for _, word := range byCount[n] {
			fmt.Println(word, n)
		}
	}
}
