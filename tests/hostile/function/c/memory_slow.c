// 120 MB, one after the other, as long as there is more.
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char *volatile kept;

int attack(int n) {
    for (int i = 0; i < 120 * n; i++) {
        if (!(kept = malloc(1 << 20))) break;
        memset(kept, 1, 1 << 20);
        usleep(10);
    }
    return 0;
}
