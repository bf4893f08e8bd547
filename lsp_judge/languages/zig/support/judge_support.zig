//! The part of the harness that no solution changes: it decodes the arguments by the entry's own
//! types, keeps the clock and encodes what came back. Structures of nodes travel in tables
//! (ARCHITECTURE, "Values").

const std = @import("std");
const builtin = @import("builtin");

pub const Status = enum(u32) { returned = 0, failed = 1, bad_input = 2, no_memory = 3 };

const Outcome = extern struct {
    abi_version: u32 = 1,
    status: u32 = 0,
    duration: u64 = 0,
    output: u64 = 0,
    output_len: u64 = 0,
    message: u64 = 0,
    message_len: u64 = 0,
};

/// What a value of bytes is: text, a list of characters, or numbers.
pub const Bytes = enum { text, characters, numbers };

/// How a call travels: the structures of nodes with the names of their links, what each parameter
/// and the result is where it holds bytes, and what is looked at after the call.
pub const Form = struct {
    extended: bool = false,
    parameters: []const Bytes = &.{},
    result: Bytes = .text,
    after: []const usize = &.{},
    first_node: bool = false,
};

var outcome: Outcome = .{};
var input_buffer: []u8 = &.{};
var input_len: usize = 0;
var message_buffer: [512]u8 = undefined;
var output: Writer = .{};

const pages = std.heap.page_allocator;

pub fn input(size: u32) usize {
    if (size > input_buffer.len) {
        if (input_buffer.len > 0) pages.free(input_buffer);
        input_buffer = pages.alloc(u8, @max(size, 4096)) catch @panic("out of memory");
    }
    input_len = size;
    return @intFromPtr(input_buffer.ptr);
}

pub fn result() usize {
    return @intFromPtr(&outcome);
}

/// One call of an entry, with memory that lives as long as it.
pub const Case = struct {
    reader: Reader,
    arena: std.mem.Allocator,
    duration: u64 = 0,
    started: u64 = 0,

    pub fn start(case: *Case) void {
        case.started = now();
    }

    pub fn stop(case: *Case) void {
        case.duration += now() - case.started;
    }
};

pub const Entry = fn (*Case) anyerror!void;

fn once(comptime entry: Entry) u32 {
    var arena = std.heap.ArenaAllocator.init(pages);
    defer arena.deinit();
    var case: Case = .{
        .reader = .{ .data = input_buffer[0..input_len] },
        .arena = arena.allocator(),
    };
    output.len = 0;
    outcome.message_len = 0;
    const ended = entry(&case);
    outcome.duration = case.duration;
    if (ended) |_| {
        return finish(.returned, "");
    } else |problem| switch (problem) {
        error.JudgeMisfit => return finish(.bad_input, case.reader.wanted),
        error.OutOfMemory => return finish(.no_memory, "out of memory: error.OutOfMemory"),
        else => return finish(.failed, @errorName(problem)),
    }
}

fn finish(status: Status, text: []const u8) u32 {
    const prefix: []const u8 = if (status == .failed) "judge: error." else "";
    var len: usize = 0;
    for ([_][]const u8{ prefix, text }) |part| {
        for (part) |byte| {
            if (len == message_buffer.len) break;
            message_buffer[len] = byte;
            len += 1;
        }
    }
    outcome.status = @intFromEnum(status);
    outcome.output = @intFromPtr(output.data.ptr);
    outcome.output_len = output.len;
    outcome.message = @intFromPtr(&message_buffer);
    outcome.message_len = len;
    return outcome.status;
}

pub fn run(comptime entry: Entry) u32 {
    return once(entry);
}

pub fn bench(comptime entry: Entry, iterations: u32, warmup: u32) u32 {
    const durations = pages.alloc(u64, iterations) catch return finish(.no_memory, "out of memory");
    defer pages.free(durations);
    for (0..warmup) |_| {
        if (once(entry) != 0) return outcome.status;
    }
    for (durations) |*duration| {
        if (once(entry) != 0) return outcome.status;
        duration.* = outcome.duration;
    }
    output.len = 0;
    output.size(durations.len);
    for (durations) |duration| output.unsigned(duration);
    return finish(.returned, "");
}

fn now() u64 {
    if (builtin.target.cpu.arch.isWasm()) {
        var time: u64 = 0;
        _ = wasi.clock_time_get(1, 1, &time);
        return time;
    }
    var time: std.os.linux.timespec = undefined;
    _ = std.os.linux.clock_gettime(.MONOTONIC, &time);
    return @as(u64, @intCast(time.sec)) * 1_000_000_000 + @as(u64, @intCast(time.nsec));
}

const wasi = struct {
    extern "wasi_snapshot_preview1" fn clock_time_get(id: u32, precision: u64, time: *u64) u16;
    const Part = extern struct { at: [*]const u8, len: usize };
    extern "wasi_snapshot_preview1" fn fd_write(
        fd: i32,
        parts: [*]const Part,
        count: usize,
        written: *usize,
    ) u16;
};

fn say(text: []const u8) void {
    if (builtin.target.cpu.arch.isWasm()) {
        var written: usize = 0;
        const part = [1]wasi.Part{.{ .at = text.ptr, .len = text.len }};
        _ = wasi.fd_write(2, &part, 1, &written);
    } else {
        _ = std.os.linux.write(2, text.ptr, text.len);
    }
}

fn panicked(text: []const u8, _: ?usize) noreturn {
    say("judge: panicked: ");
    say(text);
    say("\n");
    @trap();
}

/// Nothing can be caught: what is printed is all that is left of a panic.
pub const panic = std.debug.FullPanic(panicked);

pub const Reader = struct {
    data: []const u8,
    at: usize = 0,
    wanted: []const u8 = "",

    fn reject(reader: *Reader, comptime wanted: []const u8) error{JudgeMisfit} {
        reader.wanted = wanted ++ " was expected in the input";
        return error.JudgeMisfit;
    }

    fn bytes(reader: *Reader, count: usize) ![]const u8 {
        if (count > reader.data.len - reader.at) return reader.reject("more bytes");
        defer reader.at += count;
        return reader.data[reader.at .. reader.at + count];
    }

    fn peek(reader: *Reader) u8 {
        return if (reader.at < reader.data.len) reader.data[reader.at] else 0xc1;
    }

    fn bits(reader: *Reader, count: usize) !u64 {
        var value: u64 = 0;
        for (try reader.bytes(count)) |byte| value = value << 8 | byte;
        return value;
    }

    fn nil(reader: *Reader) bool {
        if (reader.peek() != 0xc0) return false;
        reader.at += 1;
        return true;
    }

    fn atArray(reader: *Reader) bool {
        const tag = reader.peek();
        return tag & 0xf0 == 0x90 or tag == 0xdc or tag == 0xdd;
    }

    fn integer(reader: *Reader) !i128 {
        const tag = reader.peek();
        reader.at += 1;
        if (tag < 0x80) return tag;
        if (tag >= 0xe0) return @as(i8, @bitCast(tag));
        if (tag >= 0xcc and tag <= 0xcf) return try reader.bits(@as(usize, 1) << @intCast(tag - 0xcc));
        if (tag >= 0xd0 and tag <= 0xd3) {
            const count = @as(usize, 1) << @intCast(tag - 0xd0);
            const unused: u6 = @intCast(64 - 8 * count);
            return @as(i64, @bitCast(try reader.bits(count) << unused)) >> unused;
        }
        reader.at -= 1;
        return reader.reject("an integer");
    }

    fn real(reader: *Reader) !f64 {
        switch (reader.peek()) {
            0xca => {
                reader.at += 1;
                return @as(f32, @bitCast(@as(u32, @intCast(try reader.bits(4)))));
            },
            0xcb => {
                reader.at += 1;
                return @bitCast(try reader.bits(8));
            },
            else => return @floatFromInt(try reader.integer()),
        }
    }

    fn text(reader: *Reader) ![]const u8 {
        const tag = reader.peek();
        if (tag >= 0xa0 and tag <= 0xbf) {
            reader.at += 1;
            return reader.bytes(tag & 0x1f);
        }
        if (tag < 0xd9 or tag > 0xdb) return reader.reject("a string");
        reader.at += 1;
        return reader.bytes(@intCast(try reader.bits(@as(usize, 1) << @intCast(tag - 0xd9))));
    }

    pub fn size(reader: *Reader) !usize {
        const tag = reader.peek();
        if (!reader.atArray()) return reader.reject("an array");
        reader.at += 1;
        if (tag & 0xf0 == 0x90) return tag & 0x0f;
        const count = try reader.bits(if (tag == 0xdc) 2 else 4);
        if (count > reader.data.len - reader.at) return reader.reject("an array's elements");
        return @intCast(count);
    }

    fn close(reader: *Reader) !void {
        if (reader.at != reader.data.len) return reader.reject("nothing more");
    }
};

pub const Writer = struct {
    data: []u8 = &.{},
    len: usize = 0,

    fn put(writer: *Writer, bytes: []const u8) void {
        if (writer.len + bytes.len > writer.data.len) {
            const room = @max(2 * writer.data.len, writer.len + bytes.len, 4096);
            const larger = pages.alloc(u8, room) catch @panic("out of memory for the result");
            @memcpy(larger[0..writer.len], writer.data[0..writer.len]);
            if (writer.data.len > 0) pages.free(writer.data);
            writer.data = larger;
        }
        @memcpy(writer.data[writer.len..][0..bytes.len], bytes);
        writer.len += bytes.len;
    }

    fn sized(writer: *Writer, tag: u8, value: u64, count: usize) void {
        var bytes: [9]u8 = undefined;
        bytes[0] = tag;
        for (0..count) |i| bytes[1 + i] = @truncate(value >> @intCast(8 * (count - 1 - i)));
        writer.put(bytes[0 .. 1 + count]);
    }

    fn nil(writer: *Writer) void {
        writer.put(&.{0xc0});
    }

    fn unsigned(writer: *Writer, value: u64) void {
        if (value < 0x80) return writer.put(&.{@intCast(value)});
        if (value <= 0xff) return writer.sized(0xcc, value, 1);
        if (value <= 0xffff) return writer.sized(0xcd, value, 2);
        if (value <= 0xffff_ffff) return writer.sized(0xce, value, 4);
        writer.sized(0xcf, value, 8);
    }

    fn signed(writer: *Writer, value: i64) void {
        if (value >= 0) return writer.unsigned(@intCast(value));
        writer.sized(0xd3, @bitCast(value), 8);
    }

    fn real(writer: *Writer, value: f64) void {
        writer.sized(0xcb, @bitCast(value), 8);
    }

    fn text(writer: *Writer, value: []const u8) void {
        if (value.len < 32) {
            writer.put(&.{@as(u8, 0xa0) | @as(u8, @intCast(value.len))});
        } else writer.sized(0xdb, value.len, 4);
        writer.put(value);
    }

    fn size(writer: *Writer, count: usize) void {
        if (count < 16) return writer.put(&.{@as(u8, 0x90) | @as(u8, @intCast(count))});
        writer.sized(0xdd, count, 4);
    }
};

/// The nodes of one structure; `links` are the names of its links in their order.
fn Table(comptime T: type, comptime links: []const []const u8) type {
    return struct {
        var nodes: []*T = &.{};
        var origins: std.AutoHashMapUnmanaged(*const T, usize) = .empty;
        var found: std.ArrayList(*const T) = .empty;
        var places: std.AutoHashMapUnmanaged(*const T, usize) = .empty;

        fn take(case: *Case) !void {
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

        fn takeLink(case: *Case, comptime Link: type) !Link {
            if (Link == ?*T) return ref(case);
            const Element = @typeInfo(Link).pointer.child;
            const many = try case.arena.alloc(Element, try case.reader.size());
            for (many) |*each| {
                const node = try ref(case);
                each.* = if (Element == ?*T) node else node.?;
            }
            return many;
        }

        fn ref(case: *Case) !?*T {
            if (case.reader.nil()) return null;
            const index = std.math.cast(usize, try case.reader.integer()) orelse nodes.len;
            if (index >= nodes.len) return case.reader.reject("a node of the table");
            return nodes[index];
        }

        fn place(case: *Case, node: *const T) usize {
            const known = places.getOrPut(case.arena, node) catch @panic("out of memory");
            if (!known.found_existing) {
                known.value_ptr.* = found.items.len;
                found.append(case.arena, node) catch @panic("out of memory");
            }
            return known.value_ptr.*;
        }

        fn discover(case: *Case, node: *const T) void {
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

        fn give(case: *Case) void {
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

        fn giveLink(case: *Case, link: anytype) void {
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
    const order = [_][]const u8{ "left", "right", "next", "random", "children", "neighbors" };
    var names: []const []const u8 = &.{};
    for (order) |name| {
        if (@hasField(T, name)) names = names ++ [1][]const u8{name};
    }
    return names;
}

fn TableOf(comptime T: type) type {
    return Table(T, linksOf(T));
}

fn isNode(comptime T: type) bool {
    return @typeInfo(T) == .@"struct" and @hasField(T, "val") and linksOf(T).len > 0;
}

fn takeValue(case: *Case, comptime T: type, comptime bytes: Bytes) anyerror!T {
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

fn giveValue(case: *Case, value: anytype, comptime bytes: Bytes) void {
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

fn takeTables(case: *Case, comptime nodes: []const type) !void {
    if (try case.reader.size() != nodes.len) return case.reader.reject("a table for each structure");
    inline for (nodes) |node| try TableOf(node).take(case);
}

fn giveTables(case: *Case, comptime nodes: []const type) void {
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

fn argumentCount(comptime F: type, comptime from: usize) usize {
    var count: usize = 0;
    for (parametersOf(F)[from..]) |parameter| count += @intFromBool(!isAllocator(parameter));
    return count;
}

fn takeArguments(
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
fn placeOf(comptime F: type, comptime wanted: usize) usize {
    var index: usize = 0;
    for (parametersOf(F), 0..) |parameter, i| {
        if (isAllocator(parameter)) continue;
        if (index == wanted) return i;
        index += 1;
    }
    unreachable;
}

fn unwrapped(value: anytype) !Unwrapped(@TypeOf(value)) {
    return if (@typeInfo(@TypeOf(value)) == .error_union) try value else value;
}

fn Unwrapped(comptime T: type) type {
    return if (@typeInfo(T) == .error_union) @typeInfo(T).error_union.payload else T;
}

/// Calls a function once.
pub fn call(case: *Case, comptime f: anytype, comptime nodes: []const type, comptime form: Form) !void {
    const F = @TypeOf(f);
    const count = comptime argumentCount(F, 0);
    if (try case.reader.size() != count + @intFromBool(form.extended))
        return case.reader.reject("as many arguments as the function takes");
    if (form.extended) try takeTables(case, nodes);
    const arguments = try takeArguments(case, F, 0, form.parameters);
    try case.reader.close();
    case.start();
    const value = @call(.never_inline, f, arguments);
    case.stop();
    if (form.extended) output.size(3);
    giveValue(case, try unwrapped(value), form.result);
    if (!form.extended) return;
    output.size(form.after.len);
    inline for (form.after) |index| {
        giveValue(case, arguments[comptime placeOf(F, index)], form.parameters[index]);
    }
    if (form.first_node and TableOf(nodes[0]).nodes.len > 0)
        _ = TableOf(nodes[0]).place(case, TableOf(nodes[0]).nodes[0]);
    giveTables(case, nodes);
}

/// Makes an object and calls its methods as a case says. `init` and each of `methods` hold a
/// function, `f`, and what its bytes are, `form`: the functions need not be public.
pub fn design(
    case: *Case,
    comptime T: type,
    comptime init: anytype,
    comptime methods: anytype,
    comptime nodes: []const type,
) !void {
    if (try case.reader.size() != 2) return case.reader.reject("the tables and the calls");
    try takeTables(case, nodes);
    const calls = try case.reader.size();
    output.size(3);
    output.size(calls);
    var object: T = undefined;
    for (0..calls) |_| {
        const given = try case.reader.size() -| 1;
        const op = try case.reader.integer();
        if (op == 0) {
            const F = @TypeOf(init.f);
            const arguments = try takeArguments(case, F, 0, init.form.parameters);
            case.start();
            const made = @call(.auto, init.f, arguments);
            case.stop();
            const value = try unwrapped(made);
            object = if (@TypeOf(value) == *T) value.* else value;
            output.nil();
            continue;
        }
        var known = false;
        inline for (methods, 1..) |method, index| {
            if (op == index) {
                known = true;
                try callMethod(case, T, &object, method, given);
            }
        }
        if (!known) return case.reader.reject("a call that the class has");
    }
    try case.reader.close();
    if (@hasDecl(T, "deinit")) object.deinit();
    output.size(0);
    giveTables(case, nodes);
}

fn callMethod(case: *Case, comptime T: type, object: *T, comptime method: anytype, given: usize) !void {
    const f = method.f;
    const F = @TypeOf(f);
    if (given != comptime argumentCount(F, 1))
        return case.reader.reject("as many arguments as the method takes");
    var arguments = try takeArguments(case, F, 1, method.form.parameters);
    arguments[0] = if (@TypeOf(arguments[0]) == T) object.* else object;
    case.start();
    const value = @call(.auto, f, arguments);
    case.stop();
    giveValue(case, try unwrapped(value), method.form.result);
}
