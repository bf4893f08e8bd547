"""What a client sent for a method that LSP does not know, decoded; nothing of it is trusted."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
from pygls.exceptions import JsonRpcInvalidParams

Decoded = TypeVar("Decoded")


def decoded(given: Any, wanted: type[Decoded]) -> Decoded:
    """Raises JsonRpcInvalidParams, which says what was expected."""
    try:
        return msgspec.convert(_plain(given), wanted)
    except msgspec.ValidationError as error:
        fields = ", ".join(each.encode_name for each in msgspec.structs.fields(wanted))  # type: ignore[arg-type]
        raise JsonRpcInvalidParams(f"expected {{{fields}}}: {error}") from error


def _plain(given: Any) -> Any:
    """pygls makes named tuples of what it has no type for."""
    if given is None:
        return {}
    if isinstance(given, tuple) and hasattr(given, "_asdict"):
        return {name: _plain(value) for name, value in given._asdict().items() if value is not None}
    return [_plain(each) for each in given] if isinstance(given, list) else given
