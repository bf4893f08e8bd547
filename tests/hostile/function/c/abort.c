// Aborts.
#include <stdlib.h>

int attack(int n) {
    if (n) abort();
    return 0;
}
