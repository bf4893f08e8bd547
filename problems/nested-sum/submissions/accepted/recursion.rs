// #[derive(Debug, PartialEq, Eq)]
// pub enum NestedInteger {
//   Int(i32),
//   List(Vec<NestedInteger>)
// }
impl Solution {
    pub fn depth_sum(nested_list: Vec<NestedInteger>) -> i32 {
        Self::sum(&nested_list, 1)
    }

    fn sum(items: &[NestedInteger], depth: i32) -> i32 {
        items
            .iter()
            .map(|item| match item {
                NestedInteger::Int(value) => value * depth,
                NestedInteger::List(inner) => Self::sum(inner, depth + 1),
            })
            .sum()
    }
}
