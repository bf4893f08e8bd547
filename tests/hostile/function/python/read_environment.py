# Reads the environment, which may hold secrets.
import os


def attack(n: int) -> int:
    return len([name for name in os.environ if name not in ("LC_CTYPE", "PYTHONHOME")]) * n
