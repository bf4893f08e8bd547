"""Imports from somebody's own project, of what a solution does not need or a site supplies.

`from structures import ListNode, print_list`, say, where only the part below `__main__` prints.
What a solution does take from such a module cannot be had, and the import stays.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

_SUPPLIED = {"ListNode", "TreeNode", "NestedInteger"}


def needless_imports(text: bytes, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where, in bytes, the imports of modules stand that are not `known` and not needed."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    foreign = [each for each in tree.body if _names(each, known)]
    if not foreign:
        return
    starts = [0]
    for line in text.split(b"\n"):
        starts.append(starts[-1] + len(line) + 1)
    used = _used(tree)
    for each in foreign:
        if used & (_names(each, known) - _SUPPLIED) or each.end_lineno is None:
            continue
        start = starts[each.lineno - 1] + each.col_offset
        end = starts[each.end_lineno - 1] + (each.end_col_offset or 0)
        behind = text[end : starts[each.end_lineno]].strip()
        # A line with more than this one statement stays as it is.
        if each.col_offset == 0 and (not behind or behind.startswith(b"#")):
            yield start, end


def _names(statement: ast.stmt, known: frozenset[str]) -> set[str]:
    """What an import of an unknown module gives names to; empty for everything else."""
    if isinstance(statement, ast.ImportFrom):
        names = {alias.asname or alias.name for alias in statement.names}
        module = (statement.module or "").split(".")[0]
        is_known = module in known and statement.level == 0
        return set() if is_known or "*" in names else names
    if isinstance(statement, ast.Import):
        roots = {alias.name.split(".")[0] for alias in statement.names}
        names = {alias.asname or alias.name.split(".")[0] for alias in statement.names}
        return names if not roots & known else set()
    return set()


def _used(tree: ast.Module) -> set[str]:
    """The names that are used outside of what runs for a program alone."""
    kept = [each for each in tree.body if not _is_guard(each)]
    return {node.id for each in kept for node in ast.walk(each) if isinstance(node, ast.Name)}


def _is_guard(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.If) and any(
        isinstance(node, ast.Name) and node.id == "__name__" for node in ast.walk(statement.test)
    )
