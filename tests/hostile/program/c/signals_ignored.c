// Ignores every signal that can be, and loops for a minute.
#include <signal.h>
#include <stdio.h>
#include <time.h>

int main(void) {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    for (int number = 1; number < 65; number++) signal(number, SIG_IGN);
    for (time_t end = time(0) + 60 * n; time(0) < end;) {}
    puts("0");
    return 0;
}
