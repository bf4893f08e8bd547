// A file from outside of the folder.
const outside = @import("../../../outside.zig");

pub fn attack(n: i32) i32 {
    return n * outside.one;
}
