# Sleeps far beyond the time limit.
import time


def attack(n: int) -> int:
    time.sleep(60 * n)
    return 0
