"""The containers of gods, which LeetCode supplies: of our own making, under its names.

They are modules beside the solution's, which `replace` in its go.mod names, so that nothing is
looked for elsewhere. Of the packages in `support/gods` a build gets what it imports, and what
those import.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from lsp_judge.languages.go.gods_version import FIRST, SECOND

# LeetCode has these at hand, so solutions use them without importing them.
GODS_PACKAGES = {
    "arraylist": "lists/arraylist",
    "arrayqueue": "queues/arrayqueue",
    "arraystack": "stacks/arraystack",
    "avltree": "trees/avltree",
    "binaryheap": "trees/binaryheap",
    "btree": "trees/btree",
    "circularbuffer": "queues/circularbuffer",
    "doublylinkedlist": "lists/doublylinkedlist",
    "hashbidimap": "maps/hashbidimap",
    "hashmap": "maps/hashmap",
    "hashset": "sets/hashset",
    "linkedhashmap": "maps/linkedhashmap",
    "linkedhashset": "sets/linkedhashset",
    "linkedlistqueue": "queues/linkedlistqueue",
    "linkedliststack": "stacks/linkedliststack",
    "priorityqueue": "queues/priorityqueue",
    "redblacktree": "trees/redblacktree",
    "singlylinkedlist": "lists/singlylinkedlist",
    "treebidimap": "maps/treebidimap",
    "treemap": "maps/treemap",
    "treeset": "sets/treeset",
    "utils": "utils",
}

# The folders of the modules, here and in a build, and the versions that go.mod has to name.
_MODULES = {SECOND: ("v2", "v2.0.0"), FIRST: ("v1", "v1.18.1")}
_FOLDER = "judge_gods"
_IMPORTED = re.compile(rb'"(github\.com/emirpasic/gods/[^"]+)"')
# A file named after a standard package is for solutions that have that one anyway.
_COMPANION = re.compile(r"_(fmt|time)\.go$")


def is_supplied(path: str) -> bool:
    """Whether an import of this path can be had."""
    return bool(_package(path))


def requirements(paths: Iterable[str]) -> str:
    """The lines of go.mod that say where the imported modules are; empty where there are none."""
    if not _closure(paths):
        return ""
    return "".join(
        f"\nrequire {module} {version}\n\nreplace {module} => ./{_FOLDER}/{folder}\n"
        for module, (folder, version) in _MODULES.items()
    )


def gods_files(paths: Iterable[str], version: str) -> dict[str, bytes]:
    """The modules' files by their paths in a build; `version` is the language's."""
    paths = set(paths)
    found = _closure(paths)
    if not found:
        return {}
    placed = {
        f"{_FOLDER}/{folder}/go.mod": f"module {module}\n\ngo {version}\n".encode()
        for module, (folder, _) in _MODULES.items()
    }
    for path in sorted(found):
        module, folder = _folder(path)
        for name, text in _package(path).items():
            companion = _COMPANION.search(name)
            if companion is None or companion[1] in paths:
                placed[f"{_FOLDER}/{_MODULES[module][0]}/{folder}/{name}"] = text
    return placed


def _closure(paths: Iterable[str]) -> set[str]:
    """The packages among the paths, with what they import in turn."""
    found: set[str] = set()
    pending = [path for path in paths if is_supplied(path)]
    while pending:
        path = pending.pop()
        if path not in found:
            found.add(path)
            for text in _package(path).values():
                pending += [name.decode() for name in _IMPORTED.findall(text)]
    return found


def _folder(path: str) -> tuple[str, str]:
    """The module of a path, and the folder in it; both are empty for somebody else's."""
    for module in _MODULES:
        if path.startswith(f"{module}/"):
            return module, path[len(module) + 1 :]
    return "", ""


@cache
def _package(path: str) -> dict[str, bytes]:
    """The Go files of a package by their names, none where there is no such package."""
    module, folder = _folder(path)
    # A path comes from the user's file: only plain names lead into the folder.
    if not module or not re.fullmatch(r"[a-z]+(/[a-z]+)*", folder):
        return {}
    place = files("lsp_judge.languages.go").joinpath("support", "gods", _MODULES[module][0])
    for part in folder.split("/"):
        place = place.joinpath(part)
    if not place.is_dir():
        return {}
    names = sorted(entry.name for entry in place.iterdir() if entry.name.endswith(".go"))
    return {name: place.joinpath(name).read_bytes() for name in names}
