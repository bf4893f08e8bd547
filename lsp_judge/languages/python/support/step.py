"""Calls a solution once, as its own file, so that a debugger stops in it.

Arguments: a file with the case's values as JSON, and the folder that holds our package. Runs in
the interpreter that the debugger was given, with the standard library alone.
"""

import json
import sys
from pathlib import Path


def main() -> int:
    here, values, library = Path(__file__).parent, Path(sys.argv[1]), sys.argv[2]
    sys.path.append(library)
    from lsp_judge.worker.guest import failures
    from lsp_judge.worker.guest.script import Script

    # The file's bytes as the judge has them, under the name at which the breakpoints are.
    failures.FILE = (here / "path.txt").read_text(encoding="utf-8")
    entry = json.loads((here / "entry.json").read_bytes())
    script = Script((here / "solution.py").read_bytes(), entry)
    ended = script.call(json.loads(values.read_bytes()))
    if ended.message:
        print(ended.message, file=sys.stderr)
        return 1
    print(ended.value)
    return 0


sys.exit(main())
