# Reads through a bad pointer; where there is no ctypes, by code that no compiler made.
def attack(n: int) -> int:
    if not n:
        return 0
    try:
        import ctypes

        ctypes.string_at(1)
    except (ImportError, OSError):
        (lambda: 0).__code__.replace(co_code=b"\x7f\xff" * 40, co_stacksize=0)
        eval((lambda: 0).__code__.replace(co_code=b"d\xff" * 40 + b"\x53\x00", co_consts=()))
    return 0
