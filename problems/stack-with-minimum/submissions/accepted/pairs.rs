#[derive(Default)]
struct MinStack {
    values: Vec<(i32, i32)>,
}

impl MinStack {
    fn new() -> Self {
        Default::default()
    }

    fn push(&mut self, val: i32) {
        let smallest = self.values.last().map_or(val, |pair| pair.1.min(val));
        self.values.push((val, smallest));
    }

    fn pop(&mut self) {
        self.values.pop();
    }

    fn top(&self) -> i32 {
        self.values.last().unwrap().0
    }

    fn get_min(&self) -> i32 {
        self.values[self.values.len() - 1].1
    }
}
