# Makes, changes and removes files in somebody's home, and where all may write.
import os
import tempfile


def attack(n: int) -> int:
    tries = [
        lambda: open("@HOME@/made.txt", "w").close(),
        lambda: open("@HOME@/witness.txt", "a").close(),
        lambda: os.mkdir("@HOME@/folder"),
        lambda: os.rename("@HOME@/witness.txt", "@HOME@/other.txt"),
        lambda: os.remove("@HOME@/witness.txt"),
        lambda: open("made.txt", "w").close(),
        lambda: tempfile.TemporaryFile(dir="/tmp").close(),
    ]
    done = 0
    for each in tries[: len(tries) * n]:
        try:
            each()
            done += 1
        except OSError:
            pass
    return done
