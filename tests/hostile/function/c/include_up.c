// Leaves the folder it is compiled in.
#include "../../../../../../../../../../../../@ANSWER@"
int attack(int n) { return n; }
