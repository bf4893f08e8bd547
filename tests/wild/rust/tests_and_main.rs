// Input: days = [3,0,4]
// Output: 7
fn total(days: Vec<i32>) -> i32 {
    days.iter().sum()
}

fn main() {
    println!("{}", total(vec![1, 2]));
}

#[test]
fn adds() {
    assert_eq!(total(vec![1, 2]), 3);
}

#[test]
#[should_panic]
fn fails() {
    assert_eq!(total(vec![1, 2]), 4);
}
