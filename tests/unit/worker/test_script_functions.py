"""Function problems in Python: what a solution may do and what is seen of it, in both modes."""

from __future__ import annotations

import msgspec
import pytest
from script_kit import LIMITS, Scripts, values

from lsp_judge.model.outcome import OutOfMemory, OutputTooLong, Returned, TimedOut, Trapped
from lsp_judge.model.verdict import Mode

pytestmark = pytest.mark.parametrize("mode", list(Mode))

SUM = """class Solution:
    def f(self, a: int, b: int) -> int:
        return a + b
"""


async def test_the_entry_is_called_with_each_case(scripts: Scripts, mode: Mode) -> None:
    seen = await scripts.call(mode, SUM, [1, 2], [2**40, 1], [-5, 5])
    assert values(seen) == [3, 2**40 + 1, 0]
    assert all(0 < each.duration_ns < 1_000_000 for each in seen)


async def test_windows_line_ends_and_a_byte_order_mark(scripts: Scripts, mode: Mode) -> None:
    text = b"\xef\xbb\xbf" + SUM.replace("\n", "\r\n").encode()
    assert values(await scripts.call(mode, text, [1, 2])) == [3]


async def test_every_kind_of_argument_arrives_as_it_is(scripts: Scripts, mode: Mode) -> None:
    source = "class Solution:\n    def f(self, value): return value\n"
    cases = [2**63 - 1, -(2**63), 0.1, 1e300, True, None, "", "naïve 😀\n", "c", [], [[1], []]]
    assert values(await scripts.call(mode, source, *([each] for each in cases))) == cases


async def test_infinities_pass(scripts: Scripts, mode: Mode) -> None:
    source = "class Solution:\n    def f(self, value: float): return [inf, -value, nan]\n"
    (seen,) = values(await scripts.call(mode, source, [float("inf")]))
    assert seen[:2] == [float("inf"), float("-inf")]
    assert seen[2] != seen[2]


async def test_the_prelude_needs_no_imports(scripts: Scripts, mode: Mode) -> None:
    source = """class Solution:
    @cache
    def f(self, n: int, quoted: "Optional[List[int]]" = None) -> List[Any]:
        heap = [3, 1]
        heapify(heap)
        return [
            pow(3, 4, 5), gcd(4, 6), bisect_left([1, 2, 3], 2), bisect.bisect([1], 1),
            list(pairwise("abc")), heappop(heap), reduce(lambda a, b: a + b, [1, 2]),
            math.ceil(1.2), ceil(1.2), isinf(inf), string.ascii_lowercase[:3], ascii_lowercase[3],
            copy.deepcopy([1]), list(accumulate([1, 2])), Counter("aab").most_common(1),
            random.randint(1, 1), re.sub("a", "b", "aa"), datetime.date(2020, 1, 31).day,
            datetime.datetime.strptime("2020-01-02", "%Y-%m-%d").day,
            sorted([1, 2], key=cmp_to_key(lambda a, b: b - a)), itemgetter(1)([5, 6]),
            SortedList([2, 1])[0], defaultdict(int)[5], deque([1])[0], OrderedDict(a=1)["a"],
        ]
"""
    assert values(await scripts.call(mode, source, [1])) == [
        [
            1, 2, 1, 1, [["a", "b"], ["b", "c"]], 1, 3, 2, 2, True, "abc", "d", [1], [1, 3],
            [["a", 2]], 1, "bb", 31, 2, [2, 1], 6, 1, 0, 1, 1,
        ]
    ]  # fmt: skip


async def test_own_definitions_and_imports_win(scripts: Scripts, mode: Mode) -> None:
    source = """from math import *
from bisect import bisect_left as gcd
def ceil(x): return "mine"
inf = 7
class Solution:
    def f(self, n): return [ceil(n), inf, gcd([1, 2], 2), floor(1.5)]
"""
    assert values(await scripts.call(mode, source, [1.5])) == [["mine", 7, 1, 1]]


async def test_a_free_function_and_a_static_method(scripts: Scripts, mode: Mode) -> None:
    source = "class Solution:\n    @staticmethod\n    def f(a: int) -> int: return -a\n"
    assert values(await scripts.call(mode, source, [4])) == [-4]


async def test_nothing_is_left_for_the_next_case(scripts: Scripts, mode: Mode) -> None:
    source = """seen = []
import sys
class Solution:
    kept = []
    def f(self, n):
        seen.append(n)
        self.kept.append(n)
        if n == 1:
            sys.setrecursionlimit(50)
            sys.stdout.close()
            sys.stdout = None
        print("case", n)
        return [seen, self.kept]
"""
    seen = await scripts.call(mode, source, [1], [2], [3])
    assert values(seen) == [[[1], [1]], [[2], [2]], [[3], [3]]]
    assert [each.stdout for each in seen] == [b"", b"case 2\n", b"case 3\n"]


async def test_a_main_guard_does_not_run(scripts: Scripts, mode: Mode) -> None:
    source = SUM + 'if __name__ == "__main__":\n    1 / 0\n'
    assert values(await scripts.call(mode, source, [1, 1])) == [2]


async def test_what_it_prints_is_kept_apart(scripts: Scripts, mode: Mode) -> None:
    source = """import sys
class Solution:
    def f(self, n):
        print("out", n, "é")
        print("err", n, file=sys.stderr)
        return n
"""
    seen = await scripts.call(mode, source, [1], [2])
    assert [each.stdout for each in seen] == ["out 1 é\n".encode(), "out 2 é\n".encode()]
    assert [each.stderr for each in seen] == [b"err 1\n", b"err 2\n"]


async def test_results_become_plain_values(scripts: Scripts, mode: Mode) -> None:
    source = """class Solution:
    def f(self, n):
        if n == 0:
            return (1, (2, 3)), deque([4]), {5}, range(2), (i for i in [6]), SortedList([7])
        if n == 1: return {1: "a"}
        if n == 2: return map(str, [1, 2])
        if n == 3: return 2**63, 2**64
        if n == 4: return object()
        if n == 5: return (1 // i for i in [1, 0])
        return 8
"""
    seen = values(await scripts.call(mode, source, *([n] for n in range(7))))
    assert seen[:3] == [[[1, [2, 3]], [4], [5], [0, 1], [6], [7]], {"1": "a"}, ["1", "2"]]
    reasons = [each.reason for each in seen[3:6]]
    assert reasons[0] == "OverflowError: the result has an integer beyond 64 bits"
    assert reasons[1] == "TypeError: the result holds a object, which is no value of a problem"
    assert reasons[2].startswith("ZeroDivisionError")
    assert seen[6] == 8


async def test_an_exception_names_the_solutions_own_frames(scripts: Scripts, mode: Mode) -> None:
    source = """class Solution:
    def f(self, n):
        return sorted([n], key=self.helper)
    def helper(self, n):
        return [1, 2][n]
"""
    fine, failed, again = await scripts.call(mode, source, [1], [5], [0])
    assert (values([fine]), values([again])) == ([[1]], [[0]])
    assert isinstance(failed.outcome, Trapped)
    assert failed.outcome.reason == "IndexError: list index out of range"
    assert failed.outcome.detail.splitlines() == [
        "Traceback (most recent call last):",
        '  File "solution.py", line 3, in f',
        "    return sorted([n], key=self.helper)",
        '  File "solution.py", line 5, in helper',
        "    return [1, 2][n]",
    ]


async def test_no_exception_ends_the_run(scripts: Scripts, mode: Mode) -> None:
    source = """import os
class Silent(Exception):
    def __str__(self): raise ValueError
class Solution:
    def f(self, n):
        if n == 0: sys.exit(3)
        if n == 1: raise KeyboardInterrupt
        if n == 2: os._exit(0)
        if n == 3: raise Silent
        if n == 4: exit()
        return n
"""
    seen = values(await scripts.call(mode, source, *([n] for n in range(6))))
    assert [getattr(each, "reason", each) for each in seen] == [
        "SystemExit: 3",
        "KeyboardInterrupt",
        "SystemExit: 0",
        "Silent: <the exception cannot be shown>",
        "SystemExit",
        5,
    ]


async def test_deep_recursion_is_normal(scripts: Scripts, mode: Mode) -> None:
    source = """class Solution:
    def f(self, n, cached):
        def plain(n): return 0 if n == 0 else 1 + plain(n - 1)
        @lru_cache(None)
        def remembered(n): return 0 if n == 0 else 1 + remembered(n - 1)
        return remembered(n) if cached else plain(n)
"""
    seen = await scripts.call(mode, source, [100_000, False], [5_000, True])
    assert values(seen) == [100_000, 5_000]


@pytest.mark.parametrize(
    "body",
    ["return self.f(n + 1)", "return sum(map(self.f, [n]))", "return self.g(n)"],
    ids=["plain", "through C", "cached"],
)
async def test_endless_recursion_is_an_exception(scripts: Scripts, mode: Mode, body: str) -> None:
    source = f"""class Solution:
    def f(self, n):
        if n < 0: return n
        {body}
    @cache
    def g(self, n): return self.g(n + 1)
"""
    failed, fine = values(await scripts.call(mode, source, [1], [-1]))
    assert failed.reason.startswith("RecursionError")
    assert "more frames]" in failed.detail
    assert len(failed.detail.splitlines()) < 80
    assert fine == -1


async def test_a_loop_ends_at_its_limit_and_the_next_case_runs(
    scripts: Scripts, mode: Mode
) -> None:
    source = """class Solution:
    def f(self, n):
        print("started", n, flush=True)
        while n: pass
        return n
"""
    limits = msgspec.structs.replace(LIMITS, wall_ms=300)
    seen = await scripts.call(mode, source, [0], [1], [0], limits=limits)
    assert [type(each.outcome) for each in seen] == [Returned, TimedOut, Returned]
    assert seen[1].stdout == b"started 1\n"


async def test_memory_is_limited_per_case(scripts: Scripts, mode: Mode) -> None:
    source = """class Solution:
    def f(self, megabytes):
        return len(bytearray(megabytes << 20))
"""
    limits = msgspec.structs.replace(LIMITS, memory_bytes=128 << 20)
    seen = await scripts.call(mode, source, [1], [160], [1500], [160], [90], limits=limits)
    kinds = [type(each.outcome) for each in seen]
    assert kinds == [Returned, OutOfMemory, OutOfMemory, OutOfMemory, Returned]
    assert 80 << 20 < seen[4].memory_bytes < 128 << 20


async def test_a_result_can_be_too_long(scripts: Scripts, mode: Mode) -> None:
    source = "class Solution:\n    def f(self, n): return 'x' * n\n"
    limits = msgspec.structs.replace(LIMITS, output_bytes=1 << 20)
    seen = await scripts.call(mode, source, [2 << 20], [10], limits=limits)
    assert [type(each.outcome) for each in seen] == [OutputTooLong, Returned]


async def test_a_million_integers(scripts: Scripts, mode: Mode) -> None:
    source = "class Solution:\n    def f(self, numbers): return sorted(numbers)\n"
    numbers = list(range(1_000_000, 0, -1))
    (seen,) = values(await scripts.call(mode, source, [numbers]))
    assert seen == numbers[::-1]


async def test_files_processes_and_the_network_are_out_of_reach(
    scripts: Scripts, mode: Mode
) -> None:
    source = """import os, socket, subprocess
class Solution:
    def f(self, n):
        try:
            if n == 0: return open("/etc/passwd").read()
            if n == 1: return os.listdir("/")
            if n == 2: socket.socket().connect(("127.0.0.1", 1))
            if n == 3: subprocess.run(["/bin/ls"])
            if n == 4: os.fork()
            if n == 5: open("/tmp/judge-was-here", "w")
            return "reached"
        except (OSError, AttributeError) as error:
            return "refused"
"""
    seen = values(await scripts.call(mode, source, *([n] for n in range(6))))
    assert seen == ["refused"] * 6


async def test_the_environment_is_empty(scripts: Scripts, mode: Mode) -> None:
    source = "import os\nclass Solution:\n    def f(self): return len(os.environ)\n"
    assert values(await scripts.call(mode, source, [])) == [0]


async def test_a_benchmark_gives_fresh_arguments_each_time(scripts: Scripts, mode: Mode) -> None:
    source = """class Solution:
    def f(self, numbers):
        assert numbers == [3, 1, 2]
        numbers.sort()
"""
    durations = await scripts.bench(mode, source, [[3, 1, 2]], 50)
    assert len(durations) == 50
    assert all(0 < each < 1_000_000 for each in durations)


async def test_dataclasses_and_pickles_find_their_module(scripts: Scripts, mode: Mode) -> None:
    source = """import pickle
from dataclasses import dataclass
@dataclass(order=True)
class Point:
    x: int
class Solution:
    def f(self, n): return pickle.loads(pickle.dumps(Point(n))).x
"""
    assert values(await scripts.call(mode, source, [3], [4])) == [3, 4]
