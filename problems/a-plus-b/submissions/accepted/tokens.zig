const std = @import("std");

pub fn main(init: std.process.Init) !void {
    var in_buffer: [4096]u8 = undefined;
    var out_buffer: [64]u8 = undefined;
    var in = std.Io.File.stdin().reader(init.io, &in_buffer);
    var out = std.Io.File.stdout().writer(init.io, &out_buffer);
    const text = try in.interface.allocRemaining(init.gpa, .unlimited);
    defer init.gpa.free(text);
    var sum: i64 = 0;
    var words = std.mem.tokenizeAny(u8, text, " \r\n\t");
    while (words.next()) |word| sum += try std.fmt.parseInt(i64, word, 10);
    try out.interface.print("{d}\n", .{sum});
    try out.interface.flush();
}
