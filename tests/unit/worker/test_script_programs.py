"""stdio problems in Python, in both modes."""

from __future__ import annotations

import msgspec
import pytest
from script_kit import LIMITS, Scripts

from lsp_judge.model.outcome import OutputTooLong, Returned, TimedOut, Trapped
from lsp_judge.model.verdict import Mode

pytestmark = pytest.mark.parametrize("mode", list(Mode))


async def outputs(scripts: Scripts, mode: Mode, source: str, *inputs: bytes) -> list[bytes]:
    seen = await scripts.program(mode, source, *inputs)
    assert [each.outcome for each in seen if not isinstance(each.outcome, Returned)] == []
    return [each.outcome.output for each in seen if isinstance(each.outcome, Returned)]


@pytest.mark.parametrize(
    "source",
    [
        "a, b = map(int, input().split())\nprint(a + b)",
        "import sys\nprint(sum(map(int, sys.stdin.read().split())))",
        "import sys\nprint(sum(map(int, sys.stdin.readline().split())))",
        "import sys\nsys.stdout.write(str(sum(map(int, sys.stdin.buffer.read().split()))) + '\\n')",
        "print(sum(map(int, open(0).read().split())))",
        "import os\nprint(sum(map(int, os.read(0, os.fstat(0).st_size).split())))",
        "import os\nos.write(1, b'%d\\n' % sum(map(int, os.read(0, 100).split())))",
        "import sys\ninput = iter(sys.stdin).__next__\nprint(sum(map(int, input().split())))",
        "def main():\n    print(sum(map(int, input().split())))\n"
        "if __name__ == '__main__':\n    main()",
        "import threading\nthreading.stack_size(1 << 27)\ndef main():\n"
        "    print(sum(map(int, input().split())))\nthreading.Thread(target=main).start()",
        "import sys, io, atexit\nsys.stdout = io.StringIO()\n"
        "atexit.register(lambda: sys.__stdout__.write(sys.stdout.getvalue()))\n"
        "print(sum(map(int, input().split())))",
    ],
)
async def test_ways_to_read_and_to_write(scripts: Scripts, mode: Mode, source: str) -> None:
    found = await outputs(scripts, mode, source, b"1 2\n", b"30 4", b"-1 1\r\n")
    assert found == [b"3\n", b"34\n", b"0\n"]


async def test_exit_statuses(scripts: Scripts, mode: Mode) -> None:
    source = """import sys
n = int(input())
print("before")
if n == 0: exit()
if n == 1: sys.exit(7)
if n == 2: sys.exit("bad luck")
if n == 3: raise ValueError("wrong")
"""
    seen = await scripts.program(mode, source, b"0", b"1", b"2", b"3", b"4")
    reasons = [getattr(each.outcome, "reason", None) for each in seen]
    assert reasons == [None, "exit status 7", "exit status 1", "ValueError: wrong", None]
    assert seen[2].stderr == b"bad luck\n"
    assert 'File "solution.py", line 7, in <module>' in getattr(seen[3].outcome, "detail", "")


async def test_reading_too_much_is_an_error_of_the_solution(scripts: Scripts, mode: Mode) -> None:
    (seen,) = await scripts.program(mode, "input()\ninput()", b"one line\n")
    assert isinstance(seen.outcome, Trapped)
    assert seen.outcome.reason == "EOFError: EOF when reading a line"


async def test_input_beyond_the_output_limit(scripts: Scripts, mode: Mode) -> None:
    limits = msgspec.structs.replace(LIMITS, output_bytes=1 << 16)
    source = "import sys\nprint(len(sys.stdin.buffer.read()))"
    seen = await scripts.program(mode, source, b"x" * (1 << 20), b"", limits=limits)
    assert [each.outcome for each in seen] == [Returned(b"1048576\n"), Returned(b"0\n")]


async def test_endless_output_and_endless_loops(scripts: Scripts, mode: Mode) -> None:
    limits = msgspec.structs.replace(LIMITS, wall_ms=400, output_bytes=1 << 16)
    source = """n = int(input())
while n == 1: print("x" * 1000)
while n == 2: pass
print(n)
"""
    seen = await scripts.program(mode, source, b"1", b"2", b"3", limits=limits)
    kinds = [type(each.outcome) for each in seen]
    assert kinds == [OutputTooLong, TimedOut, Returned]


async def test_sleeping_is_possible(scripts: Scripts, mode: Mode) -> None:
    source = "import time\ntime.sleep(0.05)\nprint('awake')"
    (seen,) = await scripts.program(mode, source, b"")
    assert seen.outcome == Returned(b"awake\n")
    assert seen.duration_ns > 50_000_000
