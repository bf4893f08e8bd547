"""Compiles the solution without running it, and says what Python finds wrong with it.

    python -I -S check.py solution.py

Messages are lines `solution.py:LINE:COLUMN-LINE:COLUMN: error: TEXT`; lines and columns count
from 1, columns in characters, 0: unknown. Exit status 1 where there is an error.
"""

import os
import sys
import warnings

# Line and column of the start, then of the end: four numbers.
Place = tuple[int, ...]


def main(path: str) -> int:
    name = os.path.basename(path)
    with open(path, "rb") as file:
        source = file.read()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        error = check(source, name)
    for warning in caught:
        say(name, (warning.lineno, 0, 0, 0), "warning", str(warning.message))
    if error is not None:
        say(name, error[0], "error", error[1])
    return 1 if error is not None else 0


def check(source: bytes, name: str) -> tuple[Place, str] | None:
    """None, or the place and the text of the error."""
    if b"\0" in source:
        line, column = place(source, source.index(b"\0"))
        return (line, column, 0, 0), "SyntaxError: the file contains a null byte"
    try:
        compile(source, name, "exec", dont_inherit=True)
    except SyntaxError as found:
        error = in_characters(source, name) or found
        places = (error.lineno, error.offset, error.end_lineno, error.end_offset)
        where = tuple(max(0, each or 0) for each in places)
        text = error.msg
        if "codec can't decode" in text:
            where = undecodable(source) or where
        return where, f"{type(error).__name__}: {text}"
    except UnicodeDecodeError as error:
        line, column = place(source, error.start)
        return (line, column, 0, 0), f"SyntaxError: {error}"
    except (RecursionError, MemoryError):
        return (1, 0, 0, 0), "SyntaxError: the source is nested too deeply for Python's compiler"
    except (ValueError, OverflowError) as error:
        return (1, 0, 0, 0), f"SyntaxError: {error}"
    return None


def in_characters(source: bytes, name: str) -> SyntaxError | None:
    """The error once more, for the decoded text: in bytes, columns count bytes."""
    try:
        compile(source.decode("utf-8-sig"), name, "exec", dont_inherit=True)
    except SyntaxError as error:
        return error
    except ValueError:
        pass
    return None


def undecodable(source: bytes) -> Place | None:
    """Where a file that should be UTF-8 is not."""
    try:
        source.decode("utf-8")
    except UnicodeDecodeError as error:
        return (*place(source, error.start), 0, 0)
    return None


def place(source: bytes, offset: int) -> tuple[int, int]:
    """Line and column of a byte, from 1."""
    before = source[:offset]
    line_start = before.rfind(b"\n") + 1
    return before.count(b"\n") + 1, len(before[line_start:].decode("utf-8", "replace")) + 1


def say(name: str, where: Place, severity: str, text: str) -> None:
    numbers = "{}:{}-{}:{}".format(*where)
    shown = " ".join(text.split())
    line = f"{name}:{numbers}: {severity}: {shown}\n"
    sys.stdout.buffer.write(line.encode("utf-8", "backslashreplace"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
