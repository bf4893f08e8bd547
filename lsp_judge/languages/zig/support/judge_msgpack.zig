//! Reads and writes MessagePack.

const std = @import("std");

const pages = std.heap.page_allocator;

pub const Reader = struct {
    data: []const u8,
    at: usize = 0,
    wanted: []const u8 = "",

    pub fn reject(reader: *Reader, comptime wanted: []const u8) error{JudgeMisfit} {
        reader.wanted = wanted ++ " was expected in the input";
        return error.JudgeMisfit;
    }

    pub fn bytes(reader: *Reader, count: usize) ![]const u8 {
        if (count > reader.data.len - reader.at) return reader.reject("more bytes");
        defer reader.at += count;
        return reader.data[reader.at .. reader.at + count];
    }

    pub fn peek(reader: *Reader) u8 {
        return if (reader.at < reader.data.len) reader.data[reader.at] else 0xc1;
    }

    pub fn bits(reader: *Reader, count: usize) !u64 {
        var value: u64 = 0;
        for (try reader.bytes(count)) |byte| value = value << 8 | byte;
        return value;
    }

    pub fn nil(reader: *Reader) bool {
        if (reader.peek() != 0xc0) return false;
        reader.at += 1;
        return true;
    }

    pub fn atArray(reader: *Reader) bool {
        const tag = reader.peek();
        return tag & 0xf0 == 0x90 or tag == 0xdc or tag == 0xdd;
    }

    pub fn integer(reader: *Reader) !i128 {
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

    pub fn real(reader: *Reader) !f64 {
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

    pub fn text(reader: *Reader) ![]const u8 {
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

    pub fn close(reader: *Reader) !void {
        if (reader.at != reader.data.len) return reader.reject("nothing more");
    }
};

pub const Writer = struct {
    data: []u8 = &.{},
    len: usize = 0,

    pub fn put(writer: *Writer, bytes: []const u8) void {
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

    pub fn sized(writer: *Writer, tag: u8, value: u64, count: usize) void {
        var bytes: [9]u8 = undefined;
        bytes[0] = tag;
        for (0..count) |i| bytes[1 + i] = @truncate(value >> @intCast(8 * (count - 1 - i)));
        writer.put(bytes[0 .. 1 + count]);
    }

    pub fn nil(writer: *Writer) void {
        writer.put(&.{0xc0});
    }

    pub fn unsigned(writer: *Writer, value: u64) void {
        if (value < 0x80) return writer.put(&.{@intCast(value)});
        if (value <= 0xff) return writer.sized(0xcc, value, 1);
        if (value <= 0xffff) return writer.sized(0xcd, value, 2);
        if (value <= 0xffff_ffff) return writer.sized(0xce, value, 4);
        writer.sized(0xcf, value, 8);
    }

    pub fn signed(writer: *Writer, value: i64) void {
        if (value >= 0) return writer.unsigned(@intCast(value));
        writer.sized(0xd3, @bitCast(value), 8);
    }

    pub fn real(writer: *Writer, value: f64) void {
        writer.sized(0xcb, @bitCast(value), 8);
    }

    pub fn text(writer: *Writer, value: []const u8) void {
        if (value.len < 32) {
            writer.put(&.{@as(u8, 0xa0) | @as(u8, @intCast(value.len))});
        } else writer.sized(0xdb, value.len, 4);
        writer.put(value);
    }

    pub fn size(writer: *Writer, count: usize) void {
        if (count < 16) return writer.put(&.{@as(u8, 0x90) | @as(u8, @intCast(count))});
        writer.sized(0xdd, count, 4);
    }
};
