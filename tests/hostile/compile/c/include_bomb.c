// Includes itself twice, and each of them twice, to a depth that the compiler allows.
#if __INCLUDE_LEVEL__ < 60
#include __FILE__
#include __FILE__
#else
x
#endif
int attack(int n) { return n; }
