"""Any two numbers are right whose squares have the sum."""

import sys
from pathlib import Path

ACCEPTED, WRONG = 42, 43


def wrong(text):
    (Path(sys.argv[3]) / "judgemessage.txt").write_text(text)
    sys.exit(WRONG)


def main():
    wanted = int(Path(sys.argv[1]).read_text())
    words = sys.stdin.read().split()
    if Path(sys.argv[2]).read_text().strip() == "impossible":
        sys.exit(ACCEPTED if words == ["impossible"] else wrong("no two squares have this sum"))
    if len(words) != 2 or not all(word.isdecimal() and len(word) < 20 for word in words):
        wrong("expected two whole numbers")
    total = sum(int(word) ** 2 for word in words)
    if total != wanted:
        wrong(f"{words[0]}^2 + {words[1]}^2 is {total}, not {wanted}")
    sys.exit(ACCEPTED)


main()
