// Input: nums = [0,1,0,3,12]
// Output: [1,3,12,0,0]
impl Solution {
    pub fn move_zeroes(nums: &mut Vec<i32>) {
        let zeros = nums.iter().filter(|&&x| x == 0).count();
        nums.retain(|&x| x != 0);
        nums.extend(std::iter::repeat(0).take(zeros));
    }
}
