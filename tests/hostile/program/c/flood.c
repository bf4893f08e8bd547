// Prints 100 MB.
#include <stdio.h>

int main(void) {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    for (int i = 0; i < 10000000 * n; i++) puts("flooding!");
    puts("0");
    return 0;
}
