fn sum(items: []const NestedInteger, depth: i32) i32 {
    var total: i32 = 0;
    for (items) |item| total += switch (item) {
        .int => |value| value * depth,
        .list => |list| sum(list, depth + 1),
    };
    return total;
}

pub fn depthSum(nestedList: []const NestedInteger) i32 {
    return sum(nestedList, 1);
}
