"""JSON as it comes from a client, made into values that everything else can work with."""

from __future__ import annotations

import json
from typing import Any


def read_json(body: bytes) -> Any:
    """The value in `body`. Raises ValueError for what is not JSON in UTF-8 (specification,
    "Content Part") and RecursionError for what is nested too deeply.

    Halves of surrogate pairs, which an editor may hold and no file can, become `?`: one unit of
    UTF-16 as before, so that positions stay where they were.
    """
    value = json.loads(body.decode("utf-8"), parse_constant=_no_constant)
    return _whole(value) if b"\\ud" in body.lower() else value


def _no_constant(name: str) -> Any:
    """Python would take NaN and Infinity for numbers."""
    raise ValueError(f"{name} is no JSON value")


def _whole(value: Any) -> Any:
    match value:
        case str():
            return value.encode("utf-8", "replace").decode()
        case list():
            return [_whole(each) for each in value]
        case dict():
            return {_whole(name): _whole(each) for name, each in value.items()}
        case _:
            return value
