/* What a build with sanitizers may do; the first byte of stdin says which. A `driver` answers
 * with the four bytes of a status, and then the result or a message. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int overrun(int index)
{
    int *values = calloc(3, sizeof *values);
    int found = values[index];
    free(values);
    return found;
}

int main(void)
{
    char what = 'r';
    volatile int large = INT_MAX;
    if (read(0, &what, 1) != 1)
        return 9;
    fprintf(stderr, "said aside\n");
    switch (what) {
    case 'o': /* one beyond the end */
        return overrun(3);
    case 'i': /* signed overflow */
        large = large + 1;
        return 0;
    case 'f': /* a panic, in the words of the ABI */
        return write(1, "\1\0\0\0it failed", 13) != 13;
    case 'x': /* ends before it answers */
        return 0;
    case 'w': /* touches a file */
        return fopen("/tmp/judge-was-here", "w") == NULL ? write(1, "\0\0\0\0\xc3", 5) != 5 : 3;
    default:
        return write(1, "\0\0\0\0\xc2", 5) != 5;
    }
}
