// Includes what never comes.
#include "/dev/stdin"
int attack(int n) { return 0 * n; }
