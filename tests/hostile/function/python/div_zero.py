# Divides by zero.
def attack(n: int) -> int:
    return n // (1 - n) if n else 0
