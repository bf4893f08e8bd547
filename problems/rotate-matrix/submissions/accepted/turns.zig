const std = @import("std");

fn turned(allocator: std.mem.Allocator, matrix: [][]i32) ![][]i32 {
    const made = try allocator.alloc([]i32, matrix[0].len);
    for (made, 0..) |*row, c| {
        row.* = try allocator.alloc(i32, matrix.len);
        for (row.*, 0..) |*value, r| value.* = matrix[matrix.len - 1 - r][c];
    }
    return made;
}

pub fn rotateMatrix(allocator: std.mem.Allocator, matrix: [][]i32, turns: i32) ![][]i32 {
    var current = matrix;
    for (0..@intCast(@mod(turns, 4))) |_| current = try turned(allocator, current);
    return current;
}
