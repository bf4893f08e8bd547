"""Inside of wasm: the one way to the worker, frames of bytes there and back.

A request is a letter and its text: `M` a module of the library, `J` the job, `N` the next
case's input, `R` a record. Answers are `marshal` data or raw bytes; what goes out is JSON and
numbers, because the worker believes nothing that comes from here.
"""

from __future__ import annotations

import marshal
import struct
import sys
from importlib.machinery import BuiltinImporter, FrozenImporter, ModuleSpec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType
    from typing import Any

    from lsp_judge.worker.guest.script import Ended

_RECORD = struct.Struct("<BiQI")  # code, status, duration in ns, length of the message
_LIBRARY = "/lib/python"


class Door:
    """`call` is `_host.call`: it takes a frame and gives the answer."""

    def __init__(self, call: Any) -> None:
        self._call = call

    def module(self, name: str) -> tuple[bytes, bool, bool] | None:
        """Code, whether it is source, whether it is a package; None where there is none."""
        answer = self._call(b"M" + name.encode())
        return marshal.loads(answer) if answer else None

    def job(self) -> dict[str, Any]:
        found: dict[str, Any] = marshal.loads(self._call(b"J"))
        return found

    def next(self) -> Any:
        """The arguments of the next case in a list of one; None where no case is left."""
        return marshal.loads(self._call(b"N"))

    def finish(self, ended: Ended, output: bytes) -> None:
        message = ended.message.encode("utf-8", "replace")
        head = _RECORD.pack(ended.code, ended.status, ended.duration_ns, len(message))
        self._call(b"R" + head + message + output)


class Importer:
    """Imports from the worker's library: the guest itself has no files."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        found = self._door.module(name)
        if found is None:
            return None
        place = f"{_LIBRARY}/{name.replace('.', '/')}"
        spec = ModuleSpec(name, self, origin=place + ".py", is_package=found[2])
        spec.has_location = True
        spec.loader_state = found
        if found[2]:
            spec.submodule_search_locations = [place]
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        spec = module.__spec__
        assert spec is not None
        code, source, _ = spec.loader_state
        spec.loader_state = None
        compiled = compile(code, spec.origin or "", "exec") if source else marshal.loads(code[16:])
        exec(compiled, module.__dict__)


def install(door: Door) -> None:
    """From here on modules come through the door alone."""
    sys.meta_path[:] = [BuiltinImporter, FrozenImporter, Importer(door)]
    sys.path[:] = []
    sys.path_hooks[:] = []
