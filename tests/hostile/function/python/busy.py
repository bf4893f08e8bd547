# Loops for ever, and catches all that could end it.
def attack(n: int) -> int:
    while n:
        try:
            pass
        except BaseException:
            pass
    return 0
