# Leaves without anything that could hold it.
import os


def attack(n: int) -> int:
    if n:
        os._exit(0)
    return 0
