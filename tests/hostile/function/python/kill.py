# Sends signals that do no harm to its parent, to everybody, and to a process of the test's.
import os


def attack(n: int) -> int:
    done = 0
    if not hasattr(os, "kill"):
        return 0
    for pid in [-1, 0, os.getppid(), @VICTIM@][: 4 * n]:
        try:
            os.kill(pid, 0)
            done += 1
        except OSError:
            pass
    return done
