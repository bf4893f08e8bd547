// Tries all of the doors at once: files, network, programs, signals.
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void) {
    char *arguments[] = {"touch", "@HOME@/executed", 0}, *environment[] = {0};
    int n, done = 0;
    if (scanf("%d", &n) != 1) return 1;
    if (n) {
        done += open("/etc/passwd", O_RDONLY) >= 0;
        done += open("@ANSWER@", O_RDONLY) >= 0;
        done += open("@HOME@/made.txt", O_CREAT | O_WRONLY, 0644) >= 0;
        done += socket(AF_INET, SOCK_STREAM, 0) >= 0;
        done += kill(getppid(), 0) == 0;
        done += kill(-1, 0) == 0;
        execve("/usr/bin/touch", arguments, environment);
    }
    printf("%d\n", done);
    return 0;
}
