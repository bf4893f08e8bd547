package main

import (
	"github.com/emirpasic/gods/v2/maps/treemap"
	"github.com/emirpasic/gods/v2/sets/treeset"
)

// Input: words = ["b","a","c","a"], k = 2
// Output: ["a","b"]
func topKFrequent(words []string, k int) []string {
	count := treemap.New[string, int]()
	for _, word := range words {
		times, _ := count.Get(word)
		count.Put(word, times+1)
	}
	type pair struct {
		word  string
		times int
	}
	order := treeset.NewWith(func(a, b pair) int {
		if a.times != b.times {
			return b.times - a.times
		}
		return strings.Compare(a.word, b.word)
	})
	for it := count.Iterator(); it.Next(); {
		order.Add(pair{it.Key(), it.Value()})
	}
	ans := []string{}
	for it := order.Iterator(); it.Next() && it.Index() < k; {
		ans = append(ans, it.Value().word)
	}
	return ans
}
