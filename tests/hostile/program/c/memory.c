// 100 MB, one after the other, as long as there is more.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *volatile kept;

int main(void) {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    for (int i = 0; i < 100 * n; i++) {
        if (!(kept = malloc(1 << 20))) break;
        memset(kept, 1, 1 << 20);
    }
    puts("0");
    return 0;
}
