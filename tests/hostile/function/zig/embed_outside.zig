// Has the compiler read the answer of its own case.
const stolen = @embedFile("@ANSWER@");

pub fn attack(n: i32) i32 {
    return n * @as(i32, @intCast(stolen.len));
}
