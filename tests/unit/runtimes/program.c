/* A stdio program that behaves as the first letter of its input says. Tries are harmless where
 * a layer fails: one child that exits, signal 0, /bin/true. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static void said(const char *what, int result) {
    printf("%s: %s\n", what, result < 0 ? strerror(errno) : "allowed");
}

int main(void) {
    int letter = getchar();
    char *arguments[] = {"true", 0};
    switch (letter) {
    case 'o': said("open", open("/etc/passwd", O_RDONLY)); break;
    case 's': said("socket", socket(AF_INET, SOCK_STREAM, 0)); break;
    case 'x': said("exec", execve("/bin/true", arguments, arguments + 1)); break;
    case 'k': said("kill", kill(getppid(), 0)); break;
    case 'f': {
        pid_t child = fork();
        if (child == 0) _exit(0);
        said("fork", child);
        if (child > 0) waitpid(child, 0, 0);
        break;
    }
    case 'd': {
        int open_ones = 0;
        for (int place = 3; place < 256; place++) open_ones += fcntl(place, F_GETFD) >= 0;
        printf("descriptors: %d\n", open_ones);
        break;
    }
    case 'l': for (volatile int i = 0;; i++);
    case 'w': for (;;) printf("flood flood flood flood\n");
    case 'e': return 3;
    case 'a': abort();
    case 'm': {
        for (;;) {
            char *volatile page = malloc(1 << 20);
            if (!page) abort();
            memset(page, 1, 1 << 20);
        }
    }
    default:
        for (int c = letter; c != EOF; c = getchar()) putchar(c);
    }
    return 0;
}
