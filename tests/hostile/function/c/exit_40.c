// Leaves with a status that means something between worker and judge.
#include <unistd.h>

int attack(int n) {
    if (n) _exit(40);
    return 0;
}
