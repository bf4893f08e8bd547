const std = @import("std");

fn shortestPath(allocator: std.mem.Allocator, n: i32, edges: []const []const i32, source: i32, target: i32) !i32 {
    const steps = try allocator.alloc(i32, @intCast(n));
    @memset(steps, -1);
    steps[@intCast(source)] = 0;
    const heads = try allocator.alloc(std.ArrayList(usize), @intCast(n));
    for (heads) |*head| head.* = .empty;
    for (edges) |edge| {
        const a: usize = @intCast(edge[0]);
        const b: usize = @intCast(edge[1]);
        try heads[a].append(allocator, b);
        try heads[b].append(allocator, a);
    }
    var queue: std.ArrayList(usize) = .empty;
    try queue.append(allocator, @intCast(source));
    var at: usize = 0;
    while (at < queue.items.len) : (at += 1) {
        const u = queue.items[at];
        for (heads[u].items) |v| {
            if (steps[v] >= 0) continue;
            steps[v] = steps[u] + 1;
            try queue.append(allocator, v);
        }
    }
    return steps[@intCast(target)];
}
