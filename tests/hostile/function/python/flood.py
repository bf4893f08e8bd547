# Prints 100 MB on both streams.
import sys


def attack(n: int) -> int:
    for _ in range(50_000 * n):
        print("f" * 1000)
        print("f" * 1000, file=sys.stderr)
    return 0
