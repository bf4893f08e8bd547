// A constant that takes the compiler for ever.
const value = forever();

fn forever() i32 {
    @setEvalBranchQuota(4_000_000_000);
    var n: i32 = 1;
    while (n > 0) n = if (n > 1000) 1 else n + 1;
    return n;
}

pub fn attack(n: i32) i32 {
    return n * value;
}
