// Asks the kernel for more rights, and for other views of the machine.
#include <sys/mount.h>
#include <sys/personality.h>
#include <sys/syscall.h>
#include <unistd.h>

int attack(int n) {
    int done = 0;
    if (!n) return 0;
    done += setuid(0) == 0;
    done += setgid(0) == 0;
    done += syscall(SYS_unshare, 0x10000000 /* CLONE_NEWUSER */) == 0;
    done += mount("none", "@HOME@", "tmpfs", 0, 0) == 0;
    done += personality(ADDR_NO_RANDOMIZE) >= 0;
    done += chroot("@HOME@") == 0;
    done += syscall(SYS_clone, 0x30000000 /* CLONE_NEWUSER, CLONE_NEWPID */, 0, 0, 0, 0) > 0;
    done += syscall(SYS_bpf, 0, 0, 0) >= 0;
    return done;
}
