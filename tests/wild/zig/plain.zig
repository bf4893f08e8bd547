// Input: words = ["ab","c"], k = 2
// Output: ["ab","abab"]
fn longer(allocator: std.mem.Allocator, words: []const []const u8, k: usize) ![][]const u8 {
    const answer = try allocator.alloc([]const u8, k);
    answer[0] = words[0];
    answer[1] = try std.mem.concat(allocator, u8, &.{ words[0], words[0] });
    return answer;
}
