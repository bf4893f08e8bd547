# Recursion as deep as it is let.
import sys


def deeper(n: int) -> int:
    return deeper(n) + 1 if n else 0


def attack(n: int) -> int:
    if n:
        sys.setrecursionlimit(10**9)
    return deeper(n)
