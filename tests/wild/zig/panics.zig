// Input: nums = [1], i = 5
// Output: 1
// wild: RE index out of bounds
fn at(nums: []const i32, i: usize) i32 {
    return nums[i];
}
