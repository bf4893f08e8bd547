fn removeElement(nums: []i32, val: i32) i32 {
    var kept: usize = 0;
    for (nums) |number| {
        if (number == val) continue;
        nums[kept] = number;
        kept += 1;
    }
    return @intCast(kept);
}
