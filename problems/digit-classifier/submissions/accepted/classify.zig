fn classify(
    image: []const i32,
    filters: []const []const i32,
    filter_bias: []const i32,
    weights: []const []const i32,
    bias: []const i32,
) i32 {
    var seen: [8 * 9]i32 = @splat(0);
    for (filters, filter_bias, 0..) |filter, start, f| {
        for (0..36) |place| {
            const row = place / 6;
            const column = place % 6;
            var sum = start;
            for (filter, 0..) |weight, i| sum += weight * image[8 * (row + i / 3) + column + i % 3];
            const square = f * 9 + row / 2 * 3 + column / 2;
            seen[square] = @max(seen[square], sum);
        }
    }
    var digit: i32 = 0;
    var highest: i32 = -2147483648;
    for (weights, bias, 0..) |row, start, d| {
        var score = start;
        for (row, 0..) |weight, i| score += weight * @divTrunc(seen[i], 64);
        if (score > highest) {
            highest = score;
            digit = @intCast(d);
        }
    }
    return digit;
}
