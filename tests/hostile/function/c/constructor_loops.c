// Does not end while it is loaded.
#include <time.h>

__attribute__((constructor)) static void first(void) {
    for (time_t end = time(0) + 60; time(0) < end;) {}
}

int attack(int n) { return n; }
