const std = @import("std");

fn rotate(nums: []i32, k: i32) void {
    const steps = @as(usize, @intCast(k)) % nums.len;
    std.mem.rotate(i32, nums, nums.len - steps);
}
