/*
Input
["Counter", "add", "get", "all", "half"]
[[2], [3], [null], [], []]
Output
[null, null, 5, [2,3], 2.50000]
*/
type Counter struct {
	sum int
	all []int
}

func Constructor(start int) Counter { return Counter{start, []int{start}} }

func (c *Counter) Add(x int) {
	c.sum += x
	c.all = append(c.all, x)
}

func (c Counter) Get() int       { return c.sum }
func (c *Counter) All() []int    { return c.all }
func (c *Counter) Half() float64 { return float64(c.sum) / 2 }

/**
 * Your Counter object will be instantiated and called as such:
 * obj := Constructor(start);
 */
