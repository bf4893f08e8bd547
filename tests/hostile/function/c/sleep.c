// Sleeps far beyond the time limit: it uses no CPU time.
#include <unistd.h>

int attack(int n) {
    if (n) sleep(60);
    return 0;
}
