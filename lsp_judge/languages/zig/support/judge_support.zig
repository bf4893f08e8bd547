//! The part of the harness that no solution changes: it decodes the arguments by the entry's own
//! types, keeps the clock and encodes what came back.

const std = @import("std");
const builtin = @import("builtin");
const msgpack = @import("judge_msgpack.zig");
const values = @import("judge_values.zig");

pub const Status = enum(u32) { returned = 0, failed = 1, bad_input = 2, no_memory = 3 };

/// The version has the major number, and above it the minor one, which says how far it goes.
const Outcome = extern struct {
    abi_version: u32 = 1 | 1 << 16,
    status: u32 = 0,
    duration: u64 = 0,
    output: u64 = 0,
    output_len: u64 = 0,
    message: u64 = 0,
    message_len: u64 = 0,
    handling: u64 = 0,
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
pub var output: msgpack.Writer = .{};

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
    reader: msgpack.Reader,
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
    const began = now();
    const status = once(entry);
    outcome.handling = if (status == 0) (now() - began) -| outcome.duration else 0;
    return status;
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
    switch (builtin.target.os.tag) {
        .wasi => {
            var time: u64 = 0;
            _ = wasi.clock_time_get(1, 1, &time);
            return time;
        },
        .macos => return darwin.clock_gettime_nsec_np(darwin.uptime_raw),
        .windows => {
            var ticks: i64 = 0;
            var per_second: i64 = 1;
            _ = windows.QueryPerformanceCounter(&ticks);
            _ = windows.QueryPerformanceFrequency(&per_second);
            return @intCast(@divFloor(@as(i128, ticks) * 1_000_000_000, per_second));
        },
        else => {
            var time: std.os.linux.timespec = undefined;
            _ = std.os.linux.clock_gettime(.MONOTONIC, &time);
            return @as(u64, @intCast(time.sec)) * 1_000_000_000 + @as(u64, @intCast(time.nsec));
        },
    }
}

const darwin = struct {
    const uptime_raw: c_int = 8;
    extern "c" fn clock_gettime_nsec_np(clock: c_int) u64;
    extern "c" fn write(fd: c_int, text: [*]const u8, len: usize) isize;
};

const windows = struct {
    const stderr: u32 = @bitCast(@as(i32, -12));
    extern "kernel32" fn QueryPerformanceCounter(ticks: *i64) callconv(.winapi) c_int;
    extern "kernel32" fn QueryPerformanceFrequency(per_second: *i64) callconv(.winapi) c_int;
    extern "kernel32" fn GetStdHandle(which: u32) callconv(.winapi) ?*anyopaque;
    extern "kernel32" fn WriteFile(
        file: ?*anyopaque,
        text: [*]const u8,
        len: u32,
        written: ?*u32,
        overlapped: ?*anyopaque,
    ) callconv(.winapi) c_int;
};

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
    switch (builtin.target.os.tag) {
        .wasi => {
            var written: usize = 0;
            const part = [1]wasi.Part{.{ .at = text.ptr, .len = text.len }};
            _ = wasi.fd_write(2, &part, 1, &written);
        },
        .macos => _ = darwin.write(2, text.ptr, text.len),
        .windows => {
            var written: u32 = 0;
            _ = windows.WriteFile(
                windows.GetStdHandle(windows.stderr),
                text.ptr,
                @intCast(text.len),
                &written,
                null,
            );
        },
        else => _ = std.os.linux.write(2, text.ptr, text.len),
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

/// Calls a function once.
pub fn call(case: *Case, comptime f: anytype, comptime nodes: []const type, comptime form: Form) !void {
    const F = @TypeOf(f);
    const count = comptime values.argumentCount(F, 0);
    if (try case.reader.size() != count + @intFromBool(form.extended))
        return case.reader.reject("as many arguments as the function takes");
    if (form.extended) try values.takeTables(case, nodes);
    const arguments = try values.takeArguments(case, F, 0, form.parameters);
    try case.reader.close();
    case.start();
    const value = @call(.never_inline, f, arguments);
    case.stop();
    if (form.extended) output.size(3);
    values.giveValue(case, try values.unwrapped(value), form.result);
    if (!form.extended) return;
    output.size(form.after.len);
    inline for (form.after) |index| {
        values.giveValue(case, arguments[comptime values.placeOf(F, index)], form.parameters[index]);
    }
    if (form.first_node and values.TableOf(nodes[0]).nodes.len > 0)
        _ = values.TableOf(nodes[0]).place(case, values.TableOf(nodes[0]).nodes[0]);
    values.giveTables(case, nodes);
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
    try values.takeTables(case, nodes);
    const calls = try case.reader.size();
    output.size(3);
    output.size(calls);
    var object: T = undefined;
    for (0..calls) |_| {
        const given = try case.reader.size() -| 1;
        const op = try case.reader.integer();
        if (op == 0) {
            const F = @TypeOf(init.f);
            const arguments = try values.takeArguments(case, F, 0, init.form.parameters);
            case.start();
            const made = @call(.auto, init.f, arguments);
            case.stop();
            const value = try values.unwrapped(made);
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
    values.giveTables(case, nodes);
}

fn callMethod(case: *Case, comptime T: type, object: *T, comptime method: anytype, given: usize) !void {
    const f = method.f;
    const F = @TypeOf(f);
    if (given != comptime values.argumentCount(F, 1))
        return case.reader.reject("as many arguments as the method takes");
    var arguments = try values.takeArguments(case, F, 1, method.form.parameters);
    arguments[0] = if (@TypeOf(arguments[0]) == T) object.* else object;
    case.start();
    const value = @call(.auto, f, arguments);
    case.stop();
    values.giveValue(case, try values.unwrapped(value), method.form.result);
}
