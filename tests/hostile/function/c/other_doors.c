// Ways around a filter: system calls through a ring, keys pushed into the terminal, shared
// memory and queues between processes, a second table of system calls.
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/shm.h>
#include <sys/syscall.h>
#include <unistd.h>

int attack(int n) {
    char parameters[128] = {0};
    int done = 0;
    if (!n) return 0;
    done += syscall(SYS_io_uring_setup, 4, parameters) >= 0;
    for (int file = 0; file < 3; file++) done += ioctl(file, TIOCSTI, "x") == 0;
    done += shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600) >= 0;
    done += msgget(IPC_PRIVATE, IPC_CREAT | 0600) >= 0;
    done += syscall(SYS_userfaultfd, 0) >= 0;
    done += syscall(SYS_keyctl, 0, -3, 0) >= 0;
    done += syscall(SYS_perf_event_open, parameters, 0, -1, -1, 0) >= 0;
    done += syscall(SYS_add_key, "user", "judge", "x", 1, -3) >= 0;
#ifdef __x86_64__
    done += syscall(0x40000000 | SYS_socket, 2, 1, 0) >= 0; // x32's table
#endif
    return done;
}
