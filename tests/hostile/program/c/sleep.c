// Sleeps far beyond the time limit.
#include <stdio.h>
#include <unistd.h>

int main(void) {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    if (n) sleep(60);
    puts("0");
    return 0;
}
