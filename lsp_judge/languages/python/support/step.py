"""Runs one case of a solution, as its own file, so that a debugger stops in it.

Arguments: a file with the case's input (of a function its values, as JSON), and the folder that
holds our package. Runs in the interpreter that the debugger was given, with the standard library
alone.
"""

import json
import os
import sys
from pathlib import Path


def main() -> int:
    here, given, library = Path(__file__).parent, Path(sys.argv[1]), sys.argv[2]
    sys.path.append(library)
    from lsp_judge.worker.guest import failures
    from lsp_judge.worker.guest.script import Script

    # The file's bytes as the judge has them, under the name at which the breakpoints are.
    failures.FILE = (here / "path.txt").read_text(encoding="utf-8")
    entry = json.loads((here / "entry.json").read_bytes())
    script = Script((here / "solution.py").read_bytes(), entry)
    is_program = entry["shape"] == "stdio"
    if is_program:
        # No debugger of Python's can redirect a program's input.
        with given.open("rb") as file:
            os.dup2(file.fileno(), 0)
        sys.argv[:] = [failures.FILE]
        ended = script.program()
    else:
        ended = script.call(json.loads(given.read_bytes()))
    if ended.message:
        print(ended.message, file=sys.stderr)
        return 1
    if not is_program:
        print(ended.value)
    return ended.status


sys.exit(main())
