fn reverseBits(n: u32) u32 {
    return @bitReverse(n);
}
