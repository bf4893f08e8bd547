"""What a client sent for a method that LSP does not know, decoded; nothing of it is trusted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import msgspec
from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams

from lsp_judge.model.errors import JudgeError

Decoded = TypeVar("Decoded")


def decoded(given: Any, wanted: type[Decoded]) -> Decoded:
    """Raises JsonRpcInvalidParams, which says what was expected."""
    try:
        return msgspec.convert(_plain(given), wanted)
    except msgspec.ValidationError as error:
        fields = ", ".join(each.encode_name for each in msgspec.structs.fields(wanted))  # type: ignore[arg-type]
        raise JsonRpcInvalidParams(f"expected {{{fields}}}: {error}") from error


def only(given: Sequence[Any]) -> Any:
    """The one argument of a command."""
    return given[0] if given else None


@contextmanager
def for_people() -> Iterator[None]:
    """What our environment, or a person, did wrong is answered with its sentence."""
    try:
        yield
    except JudgeError as error:
        code = types.LSPErrorCodes.RequestFailed.value
        raise JsonRpcException(str(error), code) from error


def _plain(given: Any) -> Any:
    """pygls makes named tuples of what it has no type for."""
    if given is None:
        return {}
    if isinstance(given, tuple) and hasattr(given, "_asdict"):
        return {name: _plain(value) for name, value in given._asdict().items() if value is not None}
    return [_plain(each) for each in given] if isinstance(given, list) else given
