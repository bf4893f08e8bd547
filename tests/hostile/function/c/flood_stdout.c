// Prints 100 MB.
#include <stdio.h>

int attack(int n) {
    for (int i = 0; i < 10000000 * n; i++) puts("flooding!");
    return 0;
}
