"""The hand-written support files, as they lie in the package."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files


def support_files(package: str, names: Iterable[str]) -> dict[str, bytes]:
    """The files `names` (a `/` makes folders) of the `support` folder beside `package`."""
    return {name: _read(package, name) for name in names}


@cache
def _read(package: str, name: str) -> bytes:
    """Once a process: every save asks for all of them, and they are the package's own."""
    return files(package).joinpath("support", *name.split("/")).read_bytes()


CORE_HEADERS = ("judge_core.h", "judge_private.h", "judge_line.h")
CORE_SOURCES = ("judge_abi.c", "judge_read.c", "judge_write.c")
PLAIN_FLUSH = "judge_flush.c"
NO_FLUSH = "judge_no_flush.c"
DRIVER_SOURCE = "judge_driver.c"
GIVEN_SOURCE = "judge_given.c"


def core_files() -> dict[str, bytes]:
    """The codec and the ABI that C and C++ share: valid in both languages."""
    chosen = (PLAIN_FLUSH, NO_FLUSH, DRIVER_SOURCE, GIVEN_SOURCE)
    return support_files(__package__ or "", (*CORE_HEADERS, *CORE_SOURCES, *chosen))
