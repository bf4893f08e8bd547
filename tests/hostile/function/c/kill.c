// Sends signals that do no harm to everybody: 0, and SIGCONT.
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

int attack(int n) {
    union sigval nothing = {0};
    int done = 0;
    if (!n) return 0;
    done += kill(-1, 0) == 0;
    done += kill(0, 0) == 0;
    done += kill(getppid(), 0) == 0;
    done += kill(@VICTIM@, SIGCONT) == 0;
    done += sigqueue(@VICTIM@, SIGCONT, nothing) == 0;
    done += syscall(SYS_tkill, @VICTIM@, SIGCONT) == 0;
    done += syscall(SYS_tgkill, @VICTIM@, @VICTIM@, SIGCONT) == 0;
    done += setpgid(0, getppid()) == 0;
    return done;
}
