"""Inside of wasm: the first text that the interpreter runs. From then on its modules come from
the worker; it has no files, and needs none."""

import marshal
import sys

import _host
from _frozen_importlib import BuiltinImporter, FrozenImporter, ModuleSpec

_LIBRARY = "/lib/python/"


class Importer:
    """Asks the worker for modules: the library's are compiled, ours are text."""

    def find_spec(self, name, path=None, target=None):
        answer = _host.call(b"M" + name.encode())
        if not answer:
            return None
        found = marshal.loads(answer)
        place = _LIBRARY + name.replace(".", "/")
        spec = ModuleSpec(name, self, origin=place + ".py", is_package=found[2])
        spec.has_location = True
        spec.loader_state = found
        if found[2]:
            spec.submodule_search_locations = [place]
        return spec

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        code, is_text, _ = module.__spec__.loader_state
        module.__spec__.loader_state = None
        if is_text:
            code = compile(code, module.__spec__.origin, "exec")
        else:
            code = marshal.loads(memoryview(code)[16:])
        exec(code, module.__dict__)


def _start():
    sys.meta_path[:] = [BuiltinImporter, FrozenImporter, Importer()]
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
