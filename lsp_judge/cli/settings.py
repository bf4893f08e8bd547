"""`lsp-judge settings`: what can be set, as a Markdown table or as a JSON Schema.

VS Code's `package.json` and `docs/settings.md` are written from these (`make settings`), so
that they say what the server takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from lsp_judge.server.settings import Settings


def show_settings(*, as_schema: bool) -> int:
    """Print the table or the schema; always 0."""
    print(msgspec.json.format(msgspec.json.encode(schema())).decode() if as_schema else table())
    return 0


def schema() -> dict[str, Any]:
    """The JSON Schema of the section `lspJudge`, without references."""
    [root], components = msgspec.json.schema_components([Settings])
    resolved: dict[str, Any] = _resolved(root, components)
    del resolved["title"], resolved["description"], resolved["required"]
    return resolved


def table() -> str:
    """A row a setting, in the order in which the server declares them."""
    return "\n".join(_rows())


def _rows() -> Iterator[str]:
    yield "| setting | default | |"
    yield "|---|---|---|"
    for name, setting in schema()["properties"].items():
        default = msgspec.json.encode(setting["default"]).decode()
        yield f"| `{name}` | `{default}` | {setting['description']} |"


def _resolved(node: Any, components: dict[str, Any]) -> Any:
    """The node with what it refers to in its place; its own words win."""
    if isinstance(node, list):
        return [_resolved(each, components) for each in node]
    if not isinstance(node, dict):
        return node
    own = {key: _resolved(value, components) for key, value in node.items() if key != "$ref"}
    if "$ref" not in node:
        return own
    target = components[node["$ref"].rpartition("/")[2]]
    return {**_resolved(target, components), **own}
