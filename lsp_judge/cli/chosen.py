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
        path = name.split(".")
        _put(raw, path, _value(value, numbers=len(path) == 1), each)
    settings, complaints = decode(raw, Settings())
    if complaints:
        raise BadUsage("; ".join(complaints))
    return settings


def _put(raw: dict[str, Any], path: list[str], value: Any, given: str) -> None:
    for part in path[:-1]:
        raw = raw.setdefault(part, {})
        if not isinstance(raw, dict):
            raise BadUsage(f"--set {given}: {part} has a value of its own already")
    raw[path[-1]] = value


def _value(text: str, *, numbers: bool) -> Any:
    """Below `languages` and `toolchain` nothing is a number: `2021` is an edition."""
    try:
        value = msgspec.json.decode(text)
    except msgspec.DecodeError:
        return text
    kinds = (bool, list, dict, int) if numbers else (bool, list, dict)
    return value if isinstance(value, kinds) else text
