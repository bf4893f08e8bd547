# Connects to a listener on this machine.
def attack(n: int) -> int:
    if not n:
        return 0
    try:
        import socket

        socket.socket(socket.AF_INET, socket.SOCK_STREAM).connect(("127.0.0.1", @PORT@))
    except (OSError, ImportError, AttributeError):
        return 0
    return 1
