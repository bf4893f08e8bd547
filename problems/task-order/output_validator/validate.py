"""Any order of the tasks is right in which each comes after all that it needs."""

import json
import sys
from pathlib import Path

ACCEPTED, WRONG = 42, 43


def wrong(text):
    (Path(sys.argv[3]) / "judgemessage.txt").write_text(text)
    sys.exit(WRONG)


def main():
    count, needs = (json.loads(line) for line in Path(sys.argv[1]).read_text().splitlines())
    given = json.loads(sys.stdin.read())
    if not json.loads(Path(sys.argv[2]).read_text()):
        if given:
            wrong("there is no order in which all tasks can be done")
        sys.exit(ACCEPTED)
    if not isinstance(given, list) or sorted(given) != list(range(count)):
        wrong(f"not every task from 0 to {count - 1} is there once")
    place = {task: index for index, task in enumerate(given)}
    for task, needed in needs:
        if place[needed] > place[task]:
            wrong(f"task {task} comes before {needed}, which it needs")
    sys.exit(ACCEPTED)


main()
