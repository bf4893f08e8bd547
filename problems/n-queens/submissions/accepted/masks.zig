fn place(all: u32, columns: u32, left: u32, right: u32) i32 {
    if (columns == all) return 1;
    var free = all & ~(columns | left | right);
    var count: i32 = 0;
    while (free != 0) {
        const bit = free & (~free +% 1);
        free ^= bit;
        count += place(all, columns | bit, (left | bit) << 1, (right | bit) >> 1);
    }
    return count;
}

pub fn totalNQueens(n: i32) i32 {
    return place((@as(u32, 1) << @intCast(n)) - 1, 0, 0, 0);
}
