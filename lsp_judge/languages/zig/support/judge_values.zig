//! Values of a case by the types of the solution's own functions. Structures of nodes travel in
//! tables (ARCHITECTURE, "Values").

const std = @import("std");
const support = @import("judge_support.zig");

const Bytes = support.Bytes;
const Case = support.Case;
const output = &support.output;

/// The nodes of one structure; `links` are the names of its links in their order.
fn Table(comptime T: type, comptime links: []const []const u8) type {
    return struct {
        pub var nodes: []*T = &.{};
        var origins: std.AutoHashMapUnmanaged(*const T, usize) = .empty;
        var found: std.ArrayList(*const T) = .empty;
        var places: std.AutoHashMapUnmanaged(*const T, usize) = .empty;

        pub fn take(case: *Case) !void {
            const reader = &case.reader;
            origins = .empty;
            found = .empty;
            places = .empty;
            nodes = try case.arena.alloc(*T, try reader.size());
            for (nodes, 0..) |*node, i| {
                node.* = try case.arena.create(T);
                try origins.put(case.arena, node.*, i);
            }
            for (nodes) |node| {
                if (try reader.size() != links.len + 1) return reader.reject("a node with its links");
                const Value = @FieldType(T, "val");
                node.val = try takeValue(case, Value, .numbers);
                inline for (links) |name| {
                    const Link = @FieldType(T, name);
                    @field(node, name) = try takeLink(case, Link);
                }
            }
        }

        pub fn takeLink(case: *Case, comptime Link: type) !Link {
            if (Link == ?*T) return ref(case);
            const Element = @typeInfo(Link).pointer.child;
            const many = try case.arena.alloc(Element, try case.reader.size());
            for (many) |*each| {
                const node = try ref(case);
                each.* = if (Element == ?*T) node else node.?;
            }
            return many;
        }

        pub fn ref(case: *Case) !?*T {
            if (case.reader.nil()) return null;
            const index = std.math.cast(usize, try case.reader.integer()) orelse nodes.len;
            if (index >= nodes.len) return case.reader.reject("a node of the table");
            return nodes[index];
        }

        pub fn place(case: *Case, node: *const T) usize {
            const known = places.getOrPut(case.arena, node) catch @panic("out of memory");
            if (!known.found_existing) {
                known.value_ptr.* = found.items.len;
                found.append(case.arena, node) catch @panic("out of memory");
            }
            return known.value_ptr.*;
        }

        pub fn discover(case: *Case, node: *const T) void {
            inline for (links) |name| {
                const link = @field(node, name);
                if (@TypeOf(link) == ?*T) {
                    if (link) |other| _ = place(case, other);
                } else for (link) |each| {
                    const other: ?*T = each;
                    if (other) |real| _ = place(case, real);
                }
            }
        }

        pub fn give(case: *Case) void {
            var walked: usize = 0;
            while (walked < found.items.len) : (walked += 1) discover(case, found.items[walked]);
            output.size(found.items.len);
            for (found.items) |node| {
                output.size(links.len + 2);
                if (origins.get(node)) |origin| output.unsigned(origin) else output.nil();
                giveValue(case, node.val, .numbers);
                inline for (links) |name| giveLink(case, @field(node, name));
            }
        }

        pub fn giveLink(case: *Case, link: anytype) void {
            if (@TypeOf(link) == ?*T) {
                if (link) |other| output.unsigned(place(case, other)) else output.nil();
                return;
            }
            output.size(link.len);
            for (link) |each| giveLink(case, @as(?*T, each));
        }
    };
}

/// The links of a structure, by its fields: every one that refers to the structure itself.
fn linksOf(comptime T: type) []const []const u8 {
    const order = [_][]const u8{
        "prev",   "left",     "right",     "next", "random", "child",
        "parent", "children", "neighbors",
    };
    var names: []const []const u8 = &.{};
    for (order) |name| {
        if (@hasField(T, name)) names = names ++ [1][]const u8{name};
    }
    return names;
}

pub fn TableOf(comptime T: type) type {
    return Table(T, linksOf(T));
}

fn isNode(comptime T: type) bool {
    return @typeInfo(T) == .@"struct" and @hasField(T, "val") and linksOf(T).len > 0;
}

pub fn takeValue(case: *Case, comptime T: type, comptime bytes: Bytes) anyerror!T {
    const reader = &case.reader;
    switch (@typeInfo(T)) {
        .int => {
            if (T == u8 and bytes == .characters) {
                const text = try reader.text();
                return if (text.len == 1) text[0] else reader.reject("a string of one character");
            }
            return std.math.cast(T, try reader.integer()) orelse reader.reject("an integer that fits");
        },
        .float => return @floatCast(try reader.real()),
        .bool => {
            const tag = (try reader.bytes(1))[0];
            return if (tag == 0xc3) true else if (tag == 0xc2) false else reader.reject("a boolean");
        },
        .void => return,
        .optional => |optional| {
            if (comptime (@typeInfo(optional.child) == .pointer and isNode(std.meta.Child(optional.child))))
                return TableOf(std.meta.Child(optional.child)).ref(case);
            return if (reader.nil()) null else try takeValue(case, optional.child, bytes);
        },
        .pointer => |pointer| return takePointer(case, T, pointer, bytes),
        .@"union" => return takeNested(case, T),
        .array => |array| {
            var values: T = undefined;
            if (try reader.size() != array.len) return reader.reject("an array of the right length");
            for (&values) |*value| value.* = try takeValue(case, array.child, bytes);
            return values;
        },
        else => @compileError("cases cannot carry a " ++ @typeName(T)),
    }
}

fn takePointer(
    case: *Case,
    comptime T: type,
    comptime pointer: anytype,
    comptime bytes: Bytes,
) anyerror!T {
    if (pointer.size == .one) {
        if (comptime isNode(pointer.child)) return (try TableOf(pointer.child).ref(case)) orelse
            case.reader.reject("a node");
        const place = try case.arena.create(pointer.child);
        place.* = try takeValue(case, pointer.child, bytes);
        return place;
    }
    if (pointer.child == u8 and bytes == .text) {
        return case.arena.dupe(u8, try case.reader.text());
    }
    const values = try case.arena.alloc(pointer.child, try case.reader.size());
    for (values) |*value| value.* = try takeValue(case, pointer.child, bytes);
    return values;
}

fn takeNested(case: *Case, comptime T: type) anyerror!T {
    if (!case.reader.atArray()) return .{ .int = try takeValue(case, i32, .numbers) };
    return .{ .list = try takeValue(case, []const T, .numbers) };
}

pub fn giveValue(case: *Case, value: anytype, comptime bytes: Bytes) void {
    const T = @TypeOf(value);
    switch (@typeInfo(T)) {
        .int => |int| {
            if (T == u8 and bytes == .characters) return output.text(&.{value});
            if (int.signedness == .signed) output.signed(@intCast(value)) else output.unsigned(@intCast(value));
        },
        .float => output.real(value),
        .bool => output.put(if (value) &.{0xc3} else &.{0xc2}),
        .void, .null => output.nil(),
        .optional => if (value) |some| giveValue(case, some, bytes) else output.nil(),
        .pointer => |pointer| {
            if (pointer.size == .one) {
                if (comptime isNode(pointer.child)) {
                    return output.unsigned(TableOf(pointer.child).place(case, value));
                }
                return giveValue(case, value.*, bytes);
            }
            if (pointer.child == u8 and bytes == .text) return output.text(value);
            output.size(value.len);
            for (value) |each| giveValue(case, each, bytes);
        },
        .array => giveValue(case, @as([]const std.meta.Child(T), &value), bytes),
        .@"union" => switch (value) {
            .int => |number| output.signed(number),
            .list => |list| giveValue(case, list, .numbers),
        },
        .@"struct" => if (@hasField(T, "items")) giveValue(case, value.items, bytes) else {
            @compileError("cases cannot carry a " ++ @typeName(T));
        },
        else => @compileError("cases cannot carry a " ++ @typeName(T)),
    }
}

pub fn takeTables(case: *Case, comptime nodes: []const type) !void {
    if (try case.reader.size() != nodes.len) return case.reader.reject("a table for each structure");
    inline for (nodes) |node| try TableOf(node).take(case);
}

pub fn giveTables(case: *Case, comptime nodes: []const type) void {
    output.size(nodes.len);
    inline for (nodes) |node| TableOf(node).give(case);
}

/// Allocators are ours to give, wherever they stand; all other parameters are the case's.
fn isAllocator(comptime T: ?type) bool {
    return T == std.mem.Allocator;
}

/// The types of a function's parameters; how they are told changed with Zig 0.17.
fn parametersOf(comptime F: type) []const ?type {
    const function = @typeInfo(F).@"fn";
    if (@hasField(@TypeOf(function), "param_types")) return function.param_types;
    var types: []const ?type = &.{};
    for (function.params) |parameter| types = types ++ [1]?type{parameter.type};
    return types;
}

pub fn argumentCount(comptime F: type, comptime from: usize) usize {
    var count: usize = 0;
    for (parametersOf(F)[from..]) |parameter| count += @intFromBool(!isAllocator(parameter));
    return count;
}

pub fn takeArguments(
    case: *Case,
    comptime F: type,
    comptime from: usize,
    comptime bytes: []const Bytes,
) !std.meta.ArgsTuple(F) {
    var arguments: std.meta.ArgsTuple(F) = undefined;
    comptime var index: usize = 0;
    inline for (comptime parametersOf(F), 0..) |parameter, i| {
        if (i < from) continue;
        if (comptime isAllocator(parameter)) {
            arguments[i] = case.arena;
        } else {
            const kind = if (index < bytes.len) bytes[index] else .text;
            arguments[i] = try takeValue(case, parameter.?, kind);
            index += 1;
        }
    }
    return arguments;
}

/// The place in a function's parameters of the argument `wanted` of a case.
pub fn placeOf(comptime F: type, comptime wanted: usize) usize {
    var index: usize = 0;
    for (parametersOf(F), 0..) |parameter, i| {
        if (isAllocator(parameter)) continue;
        if (index == wanted) return i;
        index += 1;
    }
    unreachable;
}

pub fn unwrapped(value: anytype) !Unwrapped(@TypeOf(value)) {
    return if (@typeInfo(@TypeOf(value)) == .error_union) try value else value;
}

pub fn Unwrapped(comptime T: type) type {
    return if (@typeInfo(T) == .error_union) @typeInfo(T).error_union.payload else T;
}
