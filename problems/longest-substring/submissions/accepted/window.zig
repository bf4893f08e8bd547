fn lengthOfLongestSubstring(s: []const u8) i32 {
    var last: [256]usize = @splat(0);
    var start: usize = 0;
    var best: usize = 0;
    for (s, 1..) |byte, end| {
        start = @max(start, last[byte]);
        last[byte] = end;
        best = @max(best, end - start);
    }
    return @intCast(best);
}
