"""The imports of a file: those it has, those it lacks, and those that cannot be had."""

from __future__ import annotations

from msgspec import Struct
from tree_sitter import Node

from lsp_judge.languages.go.gods import GODS_PACKAGES, is_supplied
from lsp_judge.languages.go.gods_version import versions
from lsp_judge.languages.go.packages import RAND_V2, STANDARD, last_name
from lsp_judge.languages.go.project import taken_types
from lsp_judge.languages.go.scope import Use, package_uses
from lsp_judge.languages.go.syntax import Source, walk
from lsp_judge.model.source import Severity, SourceMessage, Span

_OFFLINE = "Builds are offline: there are Go's standard library and most containers of gods."
_CONTAINERS = "Use container/heap, slices or gods' redblacktree, or write the container yourself."


class Import(Struct, frozen=True):
    """One import as it is written; `name` is what the file calls the package, maybe `.` or `_`."""

    name: str
    path: str
    node: Node


def written_imports(source: Source) -> list[Import]:
    """The imports that stand in the file, in source order."""
    found = []
    for declaration in source.root.named_children:
        if declaration.type != "import_declaration":
            continue
        for node in walk(declaration):
            if node.type == "import_spec":
                path = source.child(node, "path").strip('"`')
                found.append(Import(source.child(node, "name") or last_name(path), path, node))
    return found


def missing_imports(source: Source) -> list[str] | SourceMessage:
    """The paths of the packages that are used but not imported, sorted.

    A SourceMessage says which package cannot be had, at its import or its first use, or that
    the file is no text.
    """
    if (zero := source.text.find(b"\0")) >= 0:
        return _zero_byte(source, zero)
    imports = written_imports(source)
    all_uses = package_uses(source)
    if (refusal := _refused_import(source, imports, all_uses)) is not None:
        return refusal
    known = {each.name for each in imports}
    uses = [use for use in all_uses if use.name not in known]
    gods = [use for use in uses if use.name in GODS_PACKAGES]
    modules = versions(source, gods, [each.path for each in imports])
    paths = {name: f"{module}/{GODS_PACKAGES[name]}" for name, module in modules.items()}
    for use in gods:
        if not is_supplied(paths[use.name]):
            return _unavailable(source, use.node, paths[use.name])
    return sorted(_standard_paths(uses) | set(paths.values()))


def _standard_paths(uses: list[Use]) -> set[str]:
    second = any(use.name == "rand" and use.member in RAND_V2 for use in uses)
    paths = {STANDARD[use.name] for use in uses if use.name in STANDARD}
    return {f"{path}/v2" if second and path == "math/rand" else path for path in paths}


def types_of_a_project(source: Source) -> dict[str, tuple[str, ...]]:
    """By their paths, the packages of somebody's own that can be had, and what is in them."""
    uses = package_uses(source)
    foreign = [each for each in written_imports(source) if _is_foreign(each)]
    taken = {each.path: taken_types(each.path, each.name, uses) for each in foreign}
    return {path: types for path, types in taken.items() if types}


def _is_foreign(found: Import) -> bool:
    """The Go specification leaves it open, but only paths of modules have a dot in front."""
    return "." in found.path.split("/")[0] and not is_supplied(found.path)


def _refused_import(source: Source, imports: list[Import], uses: list[Use]) -> SourceMessage | None:
    for each in imports:
        if each.path == "C":
            text = "cgo is not for solutions: in one of the modes there is no C compiler behind it"
            return SourceMessage(Severity.ERROR, text, source.span(each.node))
        if _is_foreign(each) and not taken_types(each.path, each.name, uses):
            return _unavailable(source, each.node, each.path)
    return None


def _unavailable(source: Source, node: Node, path: str) -> SourceMessage:
    text = f"the package {path} is not available here"
    return SourceMessage(Severity.ERROR, text, source.span(node), (_OFFLINE, _CONTAINERS))


def _zero_byte(source: Source, offset: int) -> SourceMessage:
    """The go command looks for imports before it compiles, and stops there without a place."""
    before = source.text[:offset]
    place = source.position(before.count(b"\n"), offset - (before.rfind(b"\n") + 1))
    text = "a zero byte: this is no Go source, or not in UTF-8"
    return SourceMessage(Severity.ERROR, text, Span(place, place))
