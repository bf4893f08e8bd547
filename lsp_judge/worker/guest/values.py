"""What a solution may return beyond lists, strings and numbers."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, KeysView, Sequence, Set, ValuesView

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_SEQUENCES = (deque, Sequence, Set, Iterator, KeysView, ValuesView)
RESULT_RANGE = "the result has an integer beyond 64 bits"


def plain(value: Any) -> Any:
    """A value that an encoder does not know, as one that it may: sets, deques and iterators as
    lists, numpy's arrays and scalars as Python's.

    An iterator runs the solution's code and may raise whatever it does. Raises TypeError for
    everything else.
    """
    if isinstance(value, _SEQUENCES):
        return list(value)
    if callable(convert := getattr(value, "tolist", None)):
        return convert()
    raise TypeError(f"the result holds a {type(value).__name__}, which is no value of a problem")
