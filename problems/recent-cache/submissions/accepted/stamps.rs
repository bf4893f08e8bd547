use std::collections::{BTreeMap, HashMap};

struct LRUCache {
    capacity: usize,
    now: u32,
    values: HashMap<i32, (i32, u32)>,
    used: BTreeMap<u32, i32>,
}

/**
 * `&self` means the method takes an immutable reference.
 * If you need a mutable reference, change it to `&mut self` instead.
 */
impl LRUCache {
    fn new(capacity: i32) -> Self {
        LRUCache { capacity: capacity as usize, now: 0, values: HashMap::new(), used: BTreeMap::new() }
    }

    fn touch(&mut self, key: i32) {
        self.now += 1;
        let now = self.now;
        if let Some(entry) = self.values.get_mut(&key) {
            self.used.remove(&entry.1);
            entry.1 = now;
            self.used.insert(now, key);
        }
    }

    fn get(&mut self, key: i32) -> i32 {
        self.touch(key);
        let Some(&(value, _)) = self.values.get(&key) else {
            return -1;
        };
        value
    }

    fn put(&mut self, key: i32, value: i32) {
        let stamp = self.values.get(&key).map_or(0, |entry| entry.1);
        self.values.insert(key, (value, stamp));
        self.touch(key);
        if self.values.len() > self.capacity {
            let (_, oldest) = self.used.pop_first().unwrap();
            self.values.remove(&oldest);
        }
    }
}

/**
 * Your LRUCache object will be instantiated and called as such:
 * let obj = LRUCache::new(capacity);
 * let ret_1: i32 = obj.get(key);
 * obj.put(key, value);
 */
