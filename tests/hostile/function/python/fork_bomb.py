# Forks; 16 times at most, and every child ends by itself.
import os


def attack(n: int) -> int:
    made = 0
    for _ in range(16 * n):
        try:
            if os.fork() == 0:
                os._exit(0)
            made += 1
        except (OSError, AttributeError):
            pass
    return made
