const std = @import("std");

pub fn twoSum(allocator: std.mem.Allocator, nums: []const i32, target: i32) ![]i32 {
    for (nums, 0..) |x, i| {
        for (nums[i + 1 ..], i + 1..) |y, j| {
            if (x + y == target) {
                return allocator.dupe(i32, &.{ @intCast(i), @intCast(j) });
            }
        }
    }
    return error.NoPair;
}
