// Forks; 16 times at most, and every child ends by itself.
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int n, made = 0;
    if (scanf("%d", &n) != 1) return 1;
    for (int i = 0; i < 16 * n; i++) {
        pid_t child = fork();
        if (child == 0) _exit(0);
        if (child > 0) made++;
    }
    while (made && wait(0) > 0) {}
    printf("%d\n", made);
    return 0;
}
