double myPow(double x, int n) {
    long long m = n;
    if (m < 0) {
        x = 1 / x;
        m = -m;
    }
    double result = 1;
    while (m) {
        if (m & 1) result *= x;
        x *= x;
        m >>= 1;
    }
    return result;
}