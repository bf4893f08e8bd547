fn reverseString(s: []u8) void {
    std.mem.reverse(u8, s);
}
