"""Inside of wasm: the first text that the interpreter runs. From then on its modules come from
the worker; it has no files, and needs none."""

import marshal
import sys
from _frozen_importlib import BuiltinImporter, FrozenImporter, ModuleSpec

import _host  # type: ignore[import-not-found]  # the door, built into this interpreter alone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any

_LIBRARY = "/lib/python/"


class Importer:
    """Asks the worker for modules: the library's are compiled, ours are text."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> object:
        answer = _host.call(b"M" + name.encode())
        if not answer:
            return None
        found = marshal.loads(answer)
        place = _LIBRARY + name.replace(".", "/")
        loader: Any = self
        spec = ModuleSpec(name, loader, origin=place + ".py", is_package=found[2])
        spec.has_location = True
        spec.loader_state = found
        if found[2]:
            spec.submodule_search_locations = [place]
        return spec

    def create_module(self, spec: object) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        spec: Any = module.__spec__
        code, is_text, _ = spec.loader_state
        spec.loader_state = None
        if is_text:
            code = compile(code, spec.origin, "exec")
        else:
            code = marshal.loads(memoryview(code)[16:])
        exec(code, module.__dict__)


def _start() -> object:
    importer: Any = Importer()
    sys.meta_path[:] = [BuiltinImporter, FrozenImporter, importer]
    sys.path[:] = []
    sys.path_hooks[:] = []
    from lsp_judge.worker.guest.door import Door
    from lsp_judge.worker.guest.loop import Loop

    loop = Loop(Door(_host.call))
    loop.load()
    for name in [name for name in sys.modules if name.partition(".")[0] in ("lsp_judge", "_host")]:
        del sys.modules[name]
    return loop


_judge = _start()
