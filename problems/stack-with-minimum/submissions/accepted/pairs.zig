const std = @import("std");

const MinStack = struct {
    allocator: std.mem.Allocator,
    values: std.ArrayList([2]i32) = .empty,

    pub fn init(allocator: std.mem.Allocator) MinStack {
        return .{ .allocator = allocator };
    }

    pub fn push(self: *MinStack, val: i32) !void {
        const smallest = if (self.values.items.len == 0) val else @min(val, self.getMin());
        try self.values.append(self.allocator, .{ val, smallest });
    }

    pub fn pop(self: *MinStack) void {
        _ = self.values.pop();
    }

    pub fn top(self: *const MinStack) i32 {
        return self.values.items[self.values.items.len - 1][0];
    }

    pub fn getMin(self: *const MinStack) i32 {
        return self.values.items[self.values.items.len - 1][1];
    }

    pub fn deinit(self: *MinStack) void {
        self.values.deinit(self.allocator);
    }
};
