// Answers rightly, after the deadline.
#include <unistd.h>

int attack(int n) {
    if (n) usleep(1500000);
    return 0;
}
