// Makes a program in memory and executes it; and executes what is open already.
#include <fcntl.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

int attack(int n) {
    static const char script[] = "#!/bin/sh\ntouch @HOME@/executed\n";
    char *arguments[] = {"x", 0}, *environment[] = {0};
    int file;
    if (!n) return 0;
    file = (int)syscall(SYS_memfd_create, "x", 0);
    if (file >= 0 && write(file, script, strlen(script)) > 0) {
        syscall(SYS_execveat, file, "", arguments, environment, 0x1000 /* AT_EMPTY_PATH */);
        return 1;
    }
    for (int open_file = 0; open_file < 128; open_file++)
        syscall(SYS_execveat, open_file, "", arguments, environment, 0x1000 /* AT_EMPTY_PATH */);
    return 0;
}
