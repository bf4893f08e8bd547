// Input: tasks = [[3,1],[1,5],[2,2]], k = 2
// Output: [5,2,1,6,4,3]
func rest(tasks [][]int, k int) (ans []int) {
	waiting := priorityqueue.NewWith(func(a, b interface{}) int {
		return a.([]int)[0] - b.([]int)[0]
	})
	for _, task := range tasks {
		waiting.Enqueue(task)
	}
	for !waiting.Empty() {
		task, _ := waiting.Dequeue()
		ans = append(ans, task.([]int)[1])
	}
	stack, queue, list := arraystack.New(), linkedlistqueue.New(), arraylist.New(4, 6)
	for !list.Empty() {
		x, _ := list.Get(list.Size() - 1)
		list.Remove(list.Size() - 1)
		queue.Enqueue(x)
	}
	for it := queue.Iterator(); it.Next(); {
		ans = append(ans, it.Value().(int))
	}
	cache := linkedhashmap.New()
	for i := range tasks {
		cache.Put(i, i+k)
	}
	cache.Remove(0)
	it := cache.Iterator()
	it.First()
	stack.Push(it.Value())
	if top, ok := stack.Peek(); ok {
		ans = append(ans, top.(int))
	}
	return
}
