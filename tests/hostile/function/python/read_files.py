# Reads the system's users, the answer of its own case, and a file in somebody's home.
def attack(n: int) -> int:
    done = 0
    for path in ["/etc/passwd", "@ANSWER@", "@HOME@/witness.txt"][: 3 * n]:
        try:
            open(path).read()
            done += 1
        except OSError:
            pass
    return done
