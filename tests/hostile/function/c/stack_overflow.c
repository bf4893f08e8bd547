// Recursion without end.
static int deeper(volatile char *above, int n) {
    volatile char here[512];
    here[0] = above[0];
    return n ? deeper(here, n) + here[0] : 0;
}

int attack(int n) {
    volatile char top = 0;
    return deeper(&top, n);
}
