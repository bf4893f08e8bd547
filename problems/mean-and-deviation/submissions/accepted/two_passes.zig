const std = @import("std");

fn meanAndDeviation(values: []const f64, allocator: std.mem.Allocator) ![]f64 {
    const n: f64 = @floatFromInt(values.len);
    var sum: f64 = 0;
    for (values) |v| sum += v;
    const mean = sum / n;
    var squares: f64 = 0;
    for (values) |v| squares += (v - mean) * (v - mean);
    const answer = try allocator.alloc(f64, 2);
    answer[0] = mean;
    answer[1] = if (values.len == 1) 0 else @sqrt(squares / (n - 1));
    return answer;
}
