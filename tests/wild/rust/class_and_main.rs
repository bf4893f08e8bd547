// Input
// ["Tally","add","add"]
// [[],[2],[3]]
// Output
// [null,2,5]
struct Tally {
    sum: i32,
}

impl Tally {
    fn new() -> Self {
        Tally { sum: 0 }
    }

    fn add(&mut self, by: i32) -> i32 {
        self.sum += by;
        self.sum
    }
}

fn main() {
    println!("{}", Tally::new().add(1));
}
