# Traces a process of the test's own, through the C library.
def attack(n: int) -> int:
    if not n:
        return 0
    try:
        import ctypes

        library = ctypes.CDLL(None)
    except (ImportError, OSError):
        return 0
    if library.ptrace(0x4206, @VICTIM@, 0, 0) == 0:
        library.ptrace(17, @VICTIM@, 0, 0)
        return 1
    return 0
