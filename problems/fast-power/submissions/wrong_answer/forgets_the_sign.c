double myPow(double x, int n) {
    double result = 1;
    unsigned m = n < 0 ? -(unsigned)n : (unsigned)n;
    for (; m; m >>= 1) {
        if (m & 1) result *= x;
        x *= x;
    }
    return result;
}