fn isValid(s: []const u8) bool {
    var open: [10001]u8 = undefined;
    var depth: usize = 0;
    for (s) |c| {
        const closing: u8 = switch (c) {
            '(' => ')',
            '[' => ']',
            '{' => '}',
            else => {
                if (depth == 0 or open[depth - 1] != c) return false;
                depth -= 1;
                continue;
            },
        };
        if (depth == open.len) return false;
        open[depth] = closing;
        depth += 1;
    }
    return depth == 0;
}
