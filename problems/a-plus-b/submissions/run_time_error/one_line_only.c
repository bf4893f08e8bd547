#include <stdio.h>
#include <stdlib.h>

int main(void) {
    char line[128];
    long long a, b;
    if (!fgets(line, sizeof line, stdin) || sscanf(line, "%lld %lld", &a, &b) != 2) {
        fprintf(stderr, "two numbers expected in the first line\n");
        exit(1);
    }
    printf("%lld\n", a + b);
    return 0;
}
