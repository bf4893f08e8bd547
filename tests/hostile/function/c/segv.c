// Writes through a bad pointer.
int attack(int n) {
    if (n) *(volatile int *)-16L = 1;
    return 0;
}
