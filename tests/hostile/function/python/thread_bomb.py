# Starts threads; 100 at most, which end after a while. As many as the limit are allowed.
import threading
import time


def attack(n: int) -> int:
    threads = [threading.Thread(target=time.sleep, args=(0.35,)) for _ in range(100 * n)]
    made = 0
    for thread in threads:
        try:
            thread.start()
            made += 1
        except RuntimeError:
            pass
    for thread in threads[:made]:
        if thread.ident:
            thread.join()
    return int(made > 64)
