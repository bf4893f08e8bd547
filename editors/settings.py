"""Writes the server's settings where editors and people look for them: `make settings`.

VS Code's `package.json` gets them as `contributes.configuration`, `docs/settings.md` as its
table. With `--check` nothing is written; the exit status is 1 where something is out of date.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from lsp_judge.cli.settings import schema, table
from lsp_judge.server.settings import SECTION

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "editors" / "vscode" / "package.json"
PAGE = ROOT / "docs" / "settings.md"

# The extension's own, which the server never sees.
OWN = ("serverPath", "trace.server")
# Programs and folders that an untrusted workspace must not choose.
RESTRICTED = ("serverPath", "toolchain", "languages", "catalogues", "trusted")


def package_with_settings(text: str) -> str:
    """`package.json` with the server's settings behind those of the extension itself."""
    package: dict[str, Any] = json.loads(text)
    properties = package["contributes"]["configuration"]["properties"]
    own = {name: properties[name] for name in (f"{SECTION}.{each}" for each in OWN)}
    servers = {f"{SECTION}.{name}": _property(value) for name, value in _settings().items()}
    package["contributes"]["configuration"]["properties"] = own | servers
    untrusted = package["capabilities"]["untrustedWorkspaces"]
    untrusted["restrictedConfigurations"] = [f"{SECTION}.{name}" for name in RESTRICTED]
    return json.dumps(package, indent=2, ensure_ascii=False) + "\n"


def page_with_settings(text: str) -> str:
    """`docs/settings.md` with the current table in place of the one that it has."""
    lines = text.splitlines()
    first = lines.index("| setting | default | |")
    last = next(i for i in range(first, len(lines)) if not lines[i].startswith("|"))
    return "\n".join([*lines[:first], table(), *lines[last:]]) + "\n"


def _settings() -> dict[str, Any]:
    properties: dict[str, Any] = schema()["properties"]
    return properties


def _property(setting: dict[str, Any]) -> dict[str, Any]:
    said = setting["description"]
    rest = {name: value for name, value in setting.items() if name not in ("description", "title")}
    if "enum" in rest:
        rest["type"] = "string"
    return {**rest, "markdownDescription": f"{said[0].upper()}{said[1:]}."}


def main() -> int:
    stale = []
    for path, updated in ((PACKAGE, package_with_settings), (PAGE, page_with_settings)):
        before = path.read_text("utf-8")
        if (now := updated(before)) != before:
            stale.append(path.relative_to(ROOT))
            if "--check" not in sys.argv:
                path.write_text(now, "utf-8")
    for each in stale:
        print(
            f"{each}: {'out of date, see `make settings`' if '--check' in sys.argv else 'written'}"
        )
    return int("--check" in sys.argv and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
