// Calls the kernel directly, with no library in between.
const std = @import("std");
const linux = std.os.linux;

pub fn attack(n: i32) i32 {
    if (n == 0) return 0;
    const made = linux.syscall3(.socket, 2, 1, 0);
    const opened = linux.syscall4(.openat, @bitCast(@as(isize, -100)), @intFromPtr("/etc/passwd"), 0, 0);
    const forked = linux.syscall0(.vfork);
    var done: i32 = 0;
    for ([_]usize{ made, opened, forked }) |each| {
        if (each < 4096) done += 1;
    }
    return done;
}
