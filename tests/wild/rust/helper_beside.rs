// Input: costs = [4,1], limit = 3
// Output: 2
fn within(costs: &[i32], limit: i32) -> i32 {
    costs.iter().filter(|&&cost| cost <= limit).count() as i32
}

impl Solution {
    pub fn affordable(prices: Vec<i32>, budget: i32) -> i32 {
        within(&prices, budget) + 1
    }
}
