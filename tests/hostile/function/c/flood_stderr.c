// Prints 100 MB on the other stream.
#include <stdio.h>

int attack(int n) {
    static const char text[1000] = {[0 ... 999] = 'f'};
    for (int i = 0; i < 100000 * n; i++) fwrite(text, 1, sizeof text, stderr);
    return 0;
}
