// Reads the system's users, the answer of its own case, and a file in somebody's home.
#include <stdio.h>

static int readable(const char *path) {
    FILE *file = fopen(path, "r");
    if (file) fclose(file);
    return file != 0;
}

int attack(int n) {
    if (!n) return 0;
    return readable("/etc/passwd") + readable("@ANSWER@") + readable("@HOME@/witness.txt");
}
