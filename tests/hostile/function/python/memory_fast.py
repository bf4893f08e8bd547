# 400 MB at once, again when it was refused.
def attack(n: int) -> int:
    for _ in range(3 * n):
        try:
            return 0 * len(bytearray(b"x" * (400 << 20)))
        except MemoryError:
            pass
    return 0
