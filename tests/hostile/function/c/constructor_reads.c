// Reads files while it is loaded, when files may be read.
#include <stdio.h>

static int readable;

__attribute__((constructor)) static void first(void) {
    readable += fopen("/etc/passwd", "r") != 0;
    readable += fopen("@ANSWER@", "r") != 0;
    readable += fopen("@HOME@/witness.txt", "r") != 0;
}

int attack(int n) { return n ? readable : 0; }
