"""A solution in Python: compiled once, run in a fresh namespace for every case.

This folder runs in two interpreters: the worker's own, and CPython on WASI, to which its files
are handed as text. It imports nothing but the standard library.
"""

from __future__ import annotations

import ast
import atexit
import builtins
import gc
import linecache
import os
import sys
import time
from types import ModuleType

from lsp_judge.worker.guest import failures, prelude, recursion, values
from lsp_judge.worker.guest.linked import Performance, supplied
from lsp_judge.worker.guest.streams import Streams

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

# The codes of `worker.wire.Code`, which cannot be imported inside of wasm.
RETURNED, FAILED, BAD_INPUT, OUT_OF_MEMORY, EXITED = 0, 1, 2, 3, 4


class Ended:
    """How a case ended: a code, the call's time in ns, and what belongs to the code."""

    __slots__ = ("code", "duration_ns", "message", "status", "value")

    def __init__(self, code: int, message: str = "", status: int = 0) -> None:
        self.code, self.message, self.status = code, message, status
        self.duration_ns = 0
        self.value: Any = None


class Script:
    """One solution. `entry` is `entry.json`: its owner (None: a free function), name and shape,
    and what of its values is linked (see `linked.py`); `structured` says that something is."""

    def __init__(self, source: bytes, entry: dict[str, Any]) -> None:
        self._entry = entry
        self._module = "__main__" if entry["shape"] == "stdio" else "solution"
        tree = ast.parse(source, failures.FILE)
        self._code = compile(tree, failures.FILE, "exec", dont_inherit=True)
        text = source.decode("utf-8-sig", "replace").replace("\r\n", "\n")
        self._lines = text.split("\n")
        kept = [line + "\n" for line in self._lines]
        linecache.cache[failures.FILE] = (len(text), None, kept, failures.FILE)
        self._streams = Streams(stdin=entry["shape"] == "stdio")
        self._structured = bool(entry.get("structured"))
        self._start = prelude.needed(tree)
        modules = [name for name, value in self._start.items() if isinstance(value, ModuleType)]
        self.imports = [*imported(tree), *modules]
        self._start |= supplied(entry, text)

    @staticmethod
    def settle() -> None:
        """After everything is imported: what is here now is no garbage, and is not the case's."""
        os._exit = _exit  # type: ignore[assignment]
        vars(builtins).update(exit=sys.exit, quit=sys.exit)
        recursion.guard()
        atexit._clear()
        gc.collect()
        gc.freeze()

    def call(self, arguments: list[Any]) -> Ended:
        """Call the entry. The value in the answer is the solution's own object, or what is
        made of its linked structures."""

        def act(function: Callable[..., Any], ended: Ended) -> None:
            clock = time.perf_counter_ns
            start = clock()
            value = function(*arguments)
            ended.duration_ns = clock() - start
            ended.value = value

        def perform(namespace: dict[str, Any], ended: Ended) -> None:
            performance = Performance(self._entry, namespace, arguments)
            performance.run(lambda: self._target(namespace))
            ended.duration_ns = performance.duration_ns
            ended.value = performance.answer()

        return self._guarded(perform if self._structured else act)

    def bench(self, arguments: list[Any], iterations: int, warmup: int) -> Ended:
        """Call the entry again and again; the value is the list of the durations in ns."""

        def act(function: Any, ended: Ended) -> None:
            from copy import deepcopy

            durations = []
            for _ in range(warmup + iterations):
                durations.append(self._once(function, deepcopy(arguments)))
            ended.value = durations[warmup:]
            ended.duration_ns = min(ended.value, default=0)

        return self._guarded(act)

    def _once(self, function: Any, arguments: list[Any]) -> int:
        """One call; its duration in ns. Of a structured entry `function` is the namespace."""
        if self._structured:
            performance = Performance(self._entry, function, arguments)
            performance.run(lambda: self._target(function))
            return performance.duration_ns
        clock = time.perf_counter_ns
        start = clock()
        function(*arguments)
        return clock() - start

    def program(self) -> Ended:
        """Run the whole file as a program, to the end of its threads and exit handlers."""

        def act(_: None, ended: Ended) -> None:
            start = time.perf_counter_ns()
            try:
                exec(self._code, self._namespace())
            finally:
                _wait_for_threads()
                atexit._run_exitfuncs()
                ended.duration_ns = time.perf_counter_ns() - start

        return self._guarded(act)

    def encoded(self, ended: Ended, encode: Callable[[Any], bytes]) -> bytes:
        """The value in the encoding of this interpreter; what goes wrong is told in `ended`."""
        if ended.code != RETURNED:
            return b""
        try:
            return encode(ended.value)
        except OverflowError:
            self._fail(ended, FAILED, f"OverflowError: {values.RESULT_RANGE}")
        except BaseException as error:
            self._conclude(error, ended)
        finally:
            ended.value = None
        return b""

    def _guarded(self, act: Callable[[Any, Ended], None]) -> Ended:
        """Do `act` with the entry in a fresh namespace; nothing the solution raises passes."""
        ended = Ended(RETURNED)
        gc.collect()  # what the case before left behind is not this one's to clean up
        recursion.reset()
        gc.enable()
        try:
            self._streams.begin()
            act(self._subject(), ended)
        except BaseException as error:
            self._conclude(error, ended)
        finally:
            gc.disable()
            self._flush(ended)
        return ended

    def _flush(self, ended: Ended) -> None:
        try:
            self._streams.end()
        except BaseException as error:
            if ended.code == RETURNED:
                self._conclude(error, ended)

    def _namespace(self) -> dict[str, Any]:
        """The globals of a fresh module, which classes find by its name (pickle, dataclasses)."""
        module = ModuleType(self._module)
        sys.modules[self._module] = module
        namespace = module.__dict__
        namespace.update(self._start)
        namespace["__builtins__"] = builtins
        return namespace

    def _subject(self) -> Any:
        """What a case is about: nothing of a program's, the namespace of a structured entry's,
        else the function."""
        if self._entry["shape"] == "stdio":
            return None
        namespace = self._namespace()
        exec(self._code, namespace)
        return namespace if self._structured else self._target(namespace)

    def _target(self, namespace: dict[str, Any]) -> Any:
        """The function to be called, of a fresh object where it is a method."""
        owner, name = self._entry["owner"], self._entry["name"]
        return namespace[name] if owner is None else getattr(namespace[owner](), name)

    def _conclude(self, error: BaseException, ended: Ended) -> None:
        if isinstance(error, MemoryError):
            self._fail(ended, OUT_OF_MEMORY, failures.describe(error, self._lines))
        elif isinstance(error, SystemExit) and self._entry["shape"] == "stdio":
            _conclude_exit(error.code, ended)
        else:
            self._fail(ended, FAILED, failures.describe(error, self._lines))

    @staticmethod
    def _fail(ended: Ended, code: int, message: str) -> None:
        ended.code, ended.message, ended.value = code, message, None


def _conclude_exit(status: Any, ended: Ended) -> None:
    """The rules of `sys.exit`: None is 0, a number is itself, all else is printed and 1."""
    if status is None or status == 0:
        return
    ended.code = EXITED
    if isinstance(status, int):
        ended.status = status & 0xFF
    else:
        ended.status = 1
        print(status, file=sys.stderr)


def _exit(status: int) -> None:
    """In the place of `os._exit`, which would end the worker with all cases to come."""
    raise SystemExit(status)


def _wait_for_threads() -> None:
    """What Python does at its end: the threads that are no daemons may finish."""
    threading = sys.modules.get("threading")
    if threading is None:
        return
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()


def imported(tree: ast.AST) -> list[str]:
    """The modules that a solution's import statements name, wherever they stand.

    `from a import b` names `a` and, as `b` may be a module of it, `a.b`.
    """
    found: dict[str, None] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(dict.fromkeys(alias.name for alias in node.names))
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found[node.module] = None
            found.update(dict.fromkeys(f"{node.module}.{alias.name}" for alias in node.names))
    return list(found)
