"""
Input
["MyHashMap", "put", "get", "get", "items"]
[[], [1, 1], [1], [3], []]
Output
[null, null, 1, -1, [[1, 1]]]
"""


class MyHashMap:
    def __init__(self):
        self.map = {}

    def put(self, key: int, value: int) -> None:
        self.map[key] = value

    def get(self, key: int) -> int:
        return self.map.get(key, -1)

    def items(self):
        return list(self.map.items())


# Your MyHashMap object will be instantiated and called as such:
# obj = MyHashMap()
