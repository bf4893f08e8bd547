// Has the compiler read the answer of its own case.
static const int answer =
#include "@ANSWER@"
;
int attack(int n) { return n ? 1 + answer : 0; }
