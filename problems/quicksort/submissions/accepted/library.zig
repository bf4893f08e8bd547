const std = @import("std");

fn sortArray(nums: []i32) []i32 {
    std.mem.sortUnstable(i32, nums, {}, std.sort.asc(i32));
    return nums;
}
