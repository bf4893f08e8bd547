# Loads a further shared library.
def attack(n: int) -> int:
    if not n:
        return 0
    try:
        import ctypes

        ctypes.CDLL("libBrokenLocale.so.1")
    except (OSError, ImportError):
        return 0
    return 1
