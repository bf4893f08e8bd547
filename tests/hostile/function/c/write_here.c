// Makes a file in the folder where it runs, and in the folders that all may write to.
#include <fcntl.h>
#include <unistd.h>

int attack(int n) {
    static const char *const paths[] = {"judge-made.txt", "/tmp/judge-made.txt",
                                        "/var/tmp/judge-made.txt", "/dev/shm/judge-made.txt"};
    int done = 0;
    for (int i = 0; i < 4 * n; i++) {
        if (open(paths[i], O_CREAT | O_WRONLY | O_EXCL, 0644) < 0) continue;
        done++;
        unlink(paths[i]);
    }
    return done;
}
