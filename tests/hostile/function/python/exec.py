# Starts programs, which would leave a file in somebody's home.
import os
import subprocess


def attack(n: int) -> int:
    done = 0
    if not n:
        return 0
    try:
        subprocess.run(["/usr/bin/touch", "@HOME@/executed"], check=True)
        done += 1
    except (OSError, subprocess.SubprocessError):
        pass
    if hasattr(os, "system"):
        done += os.system("touch @HOME@/executed") == 0
    try:
        os.execv("/usr/bin/touch", ["touch", "@HOME@/executed"])
    except (OSError, AttributeError):
        pass
    return done
