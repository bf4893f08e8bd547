// Input: nums = [5,1,3], queries = [[1,2],[2,4],[1,9],[2,0]]
// Output: [3,4,9,-1]
func walk(nums []int, queries [][]int) (ans []int) {
	set := treeset.NewWith(func(a, b interface{}) int { return utils.IntComparator(a, b) })
	places := treemap.NewWithIntComparator()
	for i, x := range nums {
		set.Add(x)
		places.Put(x, i)
	}
	for _, q := range queries {
		key, _ := places.Ceiling(q[1])
		switch {
		case q[0] == 1 && key != nil:
			ans = append(ans, key.(int))
		case q[0] == 1:
			places.Put(q[1], -1)
			last, _ := places.Max()
			ans = append(ans, last.(int))
		default:
			it := set.Iterator()
			if it.End(); it.Prev() && q[1] > 0 {
				ans = append(ans, it.Value().(int)-set.Size()/3)
			} else {
				ans = append(ans, -1)
			}
		}
	}
	return
}
