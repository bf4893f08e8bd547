type entry struct{ key, value int }

type LRUCache struct {
	capacity int
	order    *list.List
	places   map[int]*list.Element
}

func Constructor(capacity int) LRUCache {
	return LRUCache{capacity, list.New(), map[int]*list.Element{}}
}

func (this *LRUCache) Get(key int) int {
	element, ok := this.places[key]
	if !ok {
		return -1
	}
	this.order.MoveToFront(element)
	return element.Value.(entry).value
}

func (this *LRUCache) Put(key int, value int) {
	if element, ok := this.places[key]; ok {
		element.Value = entry{key, value}
		this.order.MoveToFront(element)
		return
	}
	this.places[key] = this.order.PushFront(entry{key, value})
	if this.order.Len() > this.capacity {
		last := this.order.Remove(this.order.Back()).(entry)
		delete(this.places, last.key)
	}
}

/**
 * Your LRUCache object will be instantiated and called as such:
 * obj := Constructor(capacity);
 * param_1 := obj.Get(key);
 * obj.Put(key,value);
 */
