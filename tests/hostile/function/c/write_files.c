// Makes, changes and removes files in somebody's home; also with the raw system calls.
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int attack(int n) {
    int done = 0;
    if (!n) return 0;
    done += open("@HOME@/made.txt", O_CREAT | O_WRONLY, 0644) >= 0;
    done += open("@HOME@/witness.txt", O_WRONLY | O_APPEND) >= 0;
    done += truncate("@HOME@/witness.txt", 0) == 0;
    done += mkdir("@HOME@/folder", 0755) == 0;
    done += rename("@HOME@/witness.txt", "@HOME@/other.txt") == 0;
    done += symlink("/etc/passwd", "@HOME@/link") == 0;
    done += unlink("@HOME@/witness.txt") == 0;
    return done;
}
