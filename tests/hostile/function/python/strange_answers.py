# Answers that are no value of any type: text without an encoding, an object that lies.
class Liar(int):
    def __index__(self):
        raise SystemExit(0)

    def __int__(self):
        raise KeyboardInterrupt

    def __eq__(self, other):
        return True

    __hash__ = None


def attack(n: int) -> int:
    return [Liar(0), "\udc80\udfff", {1: 2}, float("nan")] if n else 0
