"""Packages of somebody's own project from which a file takes what sites supply.

`type ListNode = structures.ListNode`, say: such a package is made with just these types. One
from which a file takes anything else cannot be had.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lsp_judge.languages.go.linked import definition
from lsp_judge.languages.go.packages import last_name
from lsp_judge.languages.go.scope import Use
from lsp_judge.model.types import LIST_NODE, TREE_NODE

_FOLDER = "judge_project"
_TYPES = {each.name: definition(each) for each in (LIST_NODE, TREE_NODE)}
# A path comes from the user's file, and goes to go.mod; one with a version asks for another.
_PATH = re.compile(r"[\w-]+\.[\w.-]+(?:/[\w-][\w.-]*)*/(?!v\d+$)[A-Za-z]\w*")


def taken_types(path: str, name: str, uses: Iterable[Use]) -> tuple[str, ...]:
    """The types that a file takes from the package `path`, which it calls `name`; none where it
    takes anything else, or where the package has another's name."""
    members = {use.member for use in uses if use.name == name}
    if not _PATH.fullmatch(path) or not members <= _TYPES.keys():
        return ()
    return tuple(sorted(members))


def project_requirements(taken: Mapping[str, tuple[str, ...]]) -> str:
    """The lines of go.mod that say where the packages are."""
    return "".join(
        f"\nrequire {path} v0.0.0\n\nreplace {path} => ./{_FOLDER}/{index}\n"
        for index, path in enumerate(sorted(taken))
    )


def project_files(taken: Mapping[str, tuple[str, ...]], version: str) -> dict[str, bytes]:
    """The packages' files by their paths in a build; `version` is the language's."""
    placed: dict[str, bytes] = {}
    for index, path in enumerate(sorted(taken)):
        folder = f"{_FOLDER}/{index}"
        types = "".join(_TYPES[name] for name in taken[path])
        placed[f"{folder}/go.mod"] = f"module {path}\n\ngo {version}\n".encode()
        placed[f"{folder}/types.go"] = f"package {last_name(path)}\n\n{types}".encode()
    return placed
