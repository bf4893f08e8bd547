"""The pure parts import no clock, no environment, no file system; nothing has state at import."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import lsp_judge

ROOT = Path(lsp_judge.__file__).parent
PURE = [
    *sorted((ROOT / "model").glob("*.py")),
    *(ROOT / "judging" / f"{name}.py" for name in ("entry", "bind", "check", "differ", "compare")),
]
IMPURE = {"time", "os", "pathlib", "subprocess", "socket", "asyncio", "random", "datetime", "sys"}


@pytest.mark.parametrize("path", PURE, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_pure_parts_import_nothing_impure(path: Path) -> None:
    imported = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            imported |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            imported.add(node.module.split(".")[0])
    assert not imported & IMPURE


@pytest.mark.parametrize(
    "path", sorted(ROOT.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT))
)
def test_no_module_makes_mutable_state_at_import(path: Path) -> None:
    """No `NAME = []`, `{}`, `set()` or instance that is later changed: empty containers at
    module level have no other use."""
    for node in ast.parse(path.read_text()).body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if isinstance(value, ast.List | ast.Dict | ast.Set):
            assert (getattr(value, "elts", None) or getattr(value, "keys", None)) != []
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
            assert value.func.id not in {"list", "dict", "set", "defaultdict"} or value.args
