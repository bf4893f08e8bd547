// @lc app=leetcode.cn id=99999 lang=golang

// Input: n = 3
// Output: true

// @lc code=start
func isOdd(n int) bool { return n%2 == 1 }

// @lc code=end

func main() { fmt.Println(isOdd(3)) }
