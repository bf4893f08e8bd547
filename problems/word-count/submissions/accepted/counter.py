import re
import sys
from collections import Counter


def main():
    counts = Counter(re.findall("[a-z]+", sys.stdin.read().lower()))
    print(len(counts))
    for word, count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])):
        print(word, count)


if __name__ == "__main__":
    main()
