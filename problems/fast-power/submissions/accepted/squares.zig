fn myPow(base: f64, n: i32) f64 {
    var x = if (n < 0) 1 / base else base;
    var left = @abs(@as(i64, n));
    var result: f64 = 1;
    while (left > 0) : (left >>= 1) {
        if (left & 1 == 1) result *= x;
        x *= x;
    }
    return result;
}
