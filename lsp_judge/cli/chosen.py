"""`--set NAME=VALUE`: the editor's settings for one command."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from lsp_judge.model.errors import BadUsage
from lsp_judge.server.settings import Settings, decode


def chosen_settings(given: Sequence[str]) -> Settings:
    """The settings that `given` makes, `languages.cpp.standard=gnu++20` each.

    A value is text, or JSON for a number, a boolean, a list or an object. Raises BadUsage.
    """
    raw: dict[str, Any] = {}
    for each in given:
        name, equals, value = each.partition("=")
        if not equals or not name:
            raise BadUsage(
                f"--set {each}: expected NAME=VALUE, like languages.cpp.standard=gnu++20"
            )
        _put(raw, _path(name), _value(value), each)
    settings, complaints = decode(raw, Settings(), strict=False)
    if complaints:
        raise BadUsage("; ".join(complaints))
    return settings


def _path(name: str) -> list[str]:
    """Tools' names may have dots of their own (`toolchain.go.wasm`)."""
    section, dot, rest = name.partition(".")
    return [section, rest] if dot and section == "toolchain" else name.split(".")


def _put(raw: dict[str, Any], path: list[str], value: Any, given: str) -> None:
    for part in path[:-1]:
        raw = raw.setdefault(part, {})
        if not isinstance(raw, dict):
            raise BadUsage(f"--set {given}: {part} has a value of its own already")
    raw[path[-1]] = value


def _value(text: str) -> Any:
    """Numbers stay text, which `decode` reads as what it wants: `2021` is an edition."""
    try:
        value = msgspec.json.decode(text)
    except msgspec.DecodeError:
        return text
    return value if isinstance(value, bool | list | dict) else text
