class LRUCache:
    def __init__(self, capacity: int):
        self.capacity = capacity
        self.pairs = {}

    def get(self, key: int) -> int:
        return self.pairs.get(key, -1)

    def put(self, key: int, value: int) -> None:
        self.pairs.pop(key, None)
        self.pairs[key] = value
        if len(self.pairs) > self.capacity:
            del self.pairs[next(iter(self.pairs))]
