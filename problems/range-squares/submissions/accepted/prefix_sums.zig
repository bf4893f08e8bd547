const std = @import("std");

fn rangeSquares(allocator: std.mem.Allocator, values: []const i32, queries: []const []const i32, offset: i64) ![]i64 {
    const prefix = try allocator.alloc(i64, values.len + 1);
    prefix[0] = 0;
    for (values, 0..) |v, i| prefix[i + 1] = prefix[i] + @as(i64, v) * v;
    const answer = try allocator.alloc(i64, queries.len);
    for (answer, queries) |*sum, query| {
        sum.* = offset + prefix[@intCast(query[1] + 1)] - prefix[@intCast(query[0])];
    }
    return answer;
}
