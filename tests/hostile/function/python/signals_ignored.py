# Ignores every signal and loops for a minute.
import signal
import time


def attack(n: int) -> int:
    if not n:
        return 0
    for number in range(1, 65):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    end = time.time() + 60
    while time.time() < end:
        pass
    return 0
