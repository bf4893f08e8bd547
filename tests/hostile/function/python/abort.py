# Aborts.
import os


def attack(n: int) -> int:
    if n:
        os.abort()
    return 0
