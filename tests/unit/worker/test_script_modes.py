"""What is particular to one of the two interpreters."""

from __future__ import annotations

import ast

from script_kit import Scripts, values

from lsp_judge.model.outcome import Returned, Signalled, Trapped
from lsp_judge.model.verdict import Mode
from lsp_judge.worker.guest import script
from lsp_judge.worker.guest.script import imported
from lsp_judge.worker.wire import Code


def test_the_guest_speaks_the_workers_codes() -> None:
    names = ("RETURNED", "FAILED", "BAD_INPUT", "OUT_OF_MEMORY", "EXITED")
    assert [getattr(script, name) for name in names] == [Code[name] for name in names]


def test_the_modules_of_a_solution_are_found_wherever_it_imports_them() -> None:
    source = "import a.b, c as d\nfrom e import f\ndef g():\n    import h\nfrom . import i"
    assert imported(ast.parse(source)) == ["a.b", "c", "e", "e.f", "h"]


async def test_a_crash_of_the_interpreter_costs_one_case(scripts: Scripts) -> None:
    source = """import faulthandler
class Solution:
    def f(self, n):
        if n: faulthandler._sigabrt()
        return n
"""
    for mode, kind in ((Mode.NATIVE, Signalled), (Mode.WASM, Trapped)):
        seen = await scripts.call(mode, source, [0], [1], [0])
        assert [type(each.outcome) for each in seen] == [Returned, kind, Returned]


async def test_late_imports_say_what_to_do_natively_and_work_in_wasm(scripts: Scripts) -> None:
    source = """class Solution:
    def f(self, name):
        try:
            return __import__(name).__name__
        except ImportError as error:
            return str(error)
"""
    natively = values(await scripts.call(Mode.NATIVE, source, ["xmlrpc"], ["math"]))
    assert natively[0].endswith("name it in an import statement of the solution")
    assert natively[1] == "math"
    in_wasm = values(await scripts.call(Mode.WASM, source, ["colorsys"], ["no_such_module"]))
    assert in_wasm == ["colorsys", "No module named 'no_such_module'"]


async def test_imports_inside_of_functions_work_natively(scripts: Scripts) -> None:
    source = "class Solution:\n    def f(self):\n        import colorsys\n        return 1\n"
    assert values(await scripts.call(Mode.NATIVE, source, [])) == [1]


async def test_a_missing_module_fails_as_python_says_it(scripts: Scripts) -> None:
    source = "import no_such_module\nclass Solution:\n    def f(self): return 1\n"
    for mode in Mode:
        (seen,) = values(await scripts.call(mode, source, []))
        assert seen.reason == "ModuleNotFoundError: No module named 'no_such_module'"


async def test_numpy_is_there_in_wasm(scripts: Scripts) -> None:
    source = """import numpy as np
class Solution:
    def f(self, numbers): return np.cumsum(np.array(numbers)), np.int64(3)
"""
    assert values(await scripts.call(Mode.WASM, source, [[1, 2, 3]])) == [[[1, 3, 6], 3]]


async def test_a_solution_that_goes_around_the_judge_costs_one_case(scripts: Scripts) -> None:
    source = """class Solution:
    def f(self, n):
        if n == 1: return str(__import__("_host").call(b"N"))
        if n == 3: __import__("posix")._exit(0)
        return n
"""
    seen = await scripts.call(Mode.WASM, source, [0], [1], [2], [3], [4])
    kinds = [type(each.outcome) for each in seen]
    assert kinds == [Returned, Trapped, Returned, Trapped, Returned]
