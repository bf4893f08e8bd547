// Leaves, with success, before it has answered.
#include <stdlib.h>

int attack(int n) {
    if (n) exit(0);
    return 0;
}
