// Input: ["Counter","add","half"], [[2],[3],[]]
// Output: [null,5,2.50000]
const Counter = struct {
    sum: i32,

    fn init(start: i32) Counter {
        return .{ .sum = start };
    }

    fn add(self: *Counter, x: i32) i32 {
        self.sum += x;
        return self.sum;
    }

    fn half(self: Counter) f64 {
        return @as(f64, @floatFromInt(self.sum)) / 2;
    }
};
