// Includes a file without an end.
#include "/dev/zero"
int attack(int n) { return n; }
