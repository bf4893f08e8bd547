// Divides by zero.
int attack(int n) {
    volatile int seven = 7, zero = !n;
    return n ? seven / zero : 0;
}
