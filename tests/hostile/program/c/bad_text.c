// Prints what is no text.
#include <stdio.h>

int main(void) {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    puts(n ? "\xff\xfe\xc0\x80" : "0");
    return 0;
}
