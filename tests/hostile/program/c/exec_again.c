// Executes the program from the descriptor that it was itself executed from, or any other.
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(int count, char **arguments) {
    char *again[] = {"again", "x", 0}, *environment[] = {0};
    int n;
    (void)arguments;
    if (count > 1) { puts("1"); return 0; }
    if (scanf("%d", &n) != 1) return 1;
    for (int file = 0; file < 128 * n; file++)
        syscall(SYS_execveat, file, "", again, environment, 0x1000 /* AT_EMPTY_PATH */);
    puts("0");
    return 0;
}
