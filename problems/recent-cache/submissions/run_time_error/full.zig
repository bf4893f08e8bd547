const LRUCache = struct {
    capacity: usize,
    size: usize = 0,
    keys: [8]i32 = undefined,
    values: [8]i32 = undefined,

    pub fn init(capacity: i32) LRUCache {
        return .{ .capacity = @intCast(capacity) };
    }

    fn use(self: *LRUCache, key: i32) ?i32 {
        for (self.keys[0..self.size], 0..) |each, i| {
            if (each != key) continue;
            const value = self.values[i];
            for (i..self.size - 1) |k| {
                self.keys[k] = self.keys[k + 1];
                self.values[k] = self.values[k + 1];
            }
            self.keys[self.size - 1] = key;
            self.values[self.size - 1] = value;
            return value;
        }
        return null;
    }

    pub fn get(self: *LRUCache, key: i32) i32 {
        return self.use(key) orelse -1;
    }

    pub fn put(self: *LRUCache, key: i32, value: i32) void {
        if (self.use(key) == null) {
            if (self.size == self.capacity) {
                _ = self.use(self.keys[0]);
            } else self.size += 1;
        }
        self.keys[self.size - 1] = key;
        self.values[self.size - 1] = value;
    }
};
