# 400 MB, one after the other.
def attack(n: int) -> int:
    kept = []
    for _ in range(400 * n):
        kept.append(b"x" * (1 << 20))
    return 0
