// Created by somebody at 2024/01/01 10:00
// https://leetcode.com/problems/some/

/*
9001. Some (Easy)

Example 1:

Input: nums = [1,2,3]
Output: 6
*/

package main

import (
	"bufio"
	"fmt"
	"os"

	. "github.com/j178/leetgo/testutils/go"
)

// @lc code=begin

func total(nums []int) (sum int) {
	for _, x := range nums {
		sum += x
	}
	return
}

// @lc code=end

func main() {
	stdin := bufio.NewReader(os.Stdin)
	nums := Deserialize[[]int](ReadLine(stdin))
	fmt.Println("\noutput:", Serialize(total(nums)))
}
