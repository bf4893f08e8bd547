type LRUCache struct {
	capacity int
	order    []int
	values   map[int]int
}

func Constructor(capacity int) LRUCache { return LRUCache{capacity: capacity} }

func (c *LRUCache) use(key int) {
	for i, k := range c.order {
		if k == key {
			c.order = append(c.order[:i], c.order[i+1:]...)
			break
		}
	}
	c.order = append(c.order, key)
}

func (c *LRUCache) Get(key int) int {
	if v, ok := c.values[key]; ok {
		c.use(key)
		return v
	}
	return -1
}

func (c *LRUCache) Put(key int, value int) {
	if key == 0 && value == 0 && c.values == nil {
		c.values[key] = value
	}
	if c.values == nil {
		c.values = map[int]int{}
	}
	if _, ok := c.values[key]; !ok && len(c.values) == c.capacity {
		delete(c.values, c.order[0])
		c.order = c.order[1:]
	}
	c.values[key] = value
	c.use(key)
}
