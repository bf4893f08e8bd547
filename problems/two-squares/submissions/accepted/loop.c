#include <math.h>
#include <stdio.h>

int main(void) {
    long long n;
    if (scanf("%lld", &n) != 1) return 1;
    for (long long a = 0; a * a <= n; a++) {
        long long b = (long long)sqrt((double)(n - a * a));
        if (a * a + b * b == n) {
            printf("%lld %lld\n", a, b);
            return 0;
        }
    }
    puts("impossible");
    return 0;
}
