"""Inside of wasm: the first text that the interpreter runs. It makes the guest's package of
the files that the worker hands over, in the order of their imports."""

import marshal
import sys
import types

import _host


def _package(name):
    module = types.ModuleType(name)
    module.__path__ = []
    sys.modules[name] = module
    parent, _, last = name.rpartition(".")
    if parent:
        setattr(sys.modules[parent], last, module)
    return module


def _load():
    for name in ("lsp_judge", "lsp_judge.worker", "lsp_judge.worker.guest"):
        _package(name)
    for name, source in marshal.loads(_host.call(b"G")):
        full = "lsp_judge.worker.guest." + name
        module = _package(full)
        exec(compile(source, full, "exec"), module.__dict__)
    door = sys.modules["lsp_judge.worker.guest.door"].Door(_host.call)
    sys.modules["lsp_judge.worker.guest.door"].install(door)
    loop = sys.modules["lsp_judge.worker.guest.loop"].Loop(door)
    loop.load()
    for name in [name for name in sys.modules if name.partition(".")[0] in ("lsp_judge", "_host")]:
        del sys.modules[name]
    return loop


_judge = _load()
