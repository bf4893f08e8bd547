# Looks for answers in all that this process holds: no name of the package, no byte of them.
import gc
import sys


def attack(n: int) -> int:
    if not n:
        return 0
    wanted = "@ANSWER@".rsplit("/", 1)[1]
    seen = [each for each in gc.get_objects() if isinstance(each, dict)]
    texts = [text for each in seen for text in list(each.values()) if isinstance(text, str)]
    texts += [text for text in sys.argv]
    here = sys._getframe().f_code.co_consts
    return sum(wanted in text for text in texts if text not in here)
