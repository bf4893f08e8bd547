# Does not end while it is loaded.
while True:
    pass


def attack(n: int) -> int:
    return n
