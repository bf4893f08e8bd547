// Writes over its own code through /proc, where no page is protected.
#include <fcntl.h>
#include <unistd.h>

int attack(int n) {
    return n ? open("/proc/self/mem", O_RDWR) >= 0 : 0;
}
