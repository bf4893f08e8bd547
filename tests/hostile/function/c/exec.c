// Starts programs, which would leave a file in somebody's home.
#include <spawn.h>
#include <stdlib.h>
#include <unistd.h>

int attack(int n) {
    char *arguments[] = {"touch", "@HOME@/executed", 0}, *environment[] = {0};
    pid_t child;
    int done = 0;
    if (!n) return 0;
    done += posix_spawn(&child, "/usr/bin/touch", 0, 0, arguments, environment) == 0;
    done += system("touch @HOME@/executed") == 0;
    execve("/usr/bin/touch", arguments, environment);
    return done;
}
