// Ignores every signal that can be, blocks the rest, and loops for a minute.
#include <signal.h>
#include <time.h>

int attack(int n) {
    sigset_t all;
    time_t end = time(0) + 60 * n;
    if (!n) return 0;
    for (int number = 1; number < 65; number++) signal(number, SIG_IGN);
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, 0);
    while (time(0) < end) {}
    return 0;
}
