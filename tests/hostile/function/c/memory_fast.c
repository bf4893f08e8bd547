// 90 MB at once.
#include <stdlib.h>
#include <string.h>

char *volatile kept;

int attack(int n) {
    if (n && (kept = malloc(90 << 20))) memset(kept, 1, 90 << 20);
    return 0;
}
