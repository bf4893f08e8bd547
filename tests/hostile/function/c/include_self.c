// Includes itself without end.
#include "solution.c"
int attack(int n) { return n; }
