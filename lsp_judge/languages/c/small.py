"""What makes a C solution's module small: the whole program seen at once by the linker, and no
part of the C library that the solution does not use."""

from __future__ import annotations

import re

from lsp_judge.languages.cfamily.support import PLAIN_FLUSH
from lsp_judge.model.build import BuildRequest, Profile
from lsp_judge.model.source import Shape
from lsp_judge.model.verdict import Mode

_MEMORY = "judge_small.c"
_SILENT = "judge_silent.c"
SMALL_SOURCES = (_MEMORY, _SILENT)

# Whatever writes to a stream: without any of it there is nothing to write out at the end.
_PRINTS = re.compile(
    rb"\b(?:v?[fd]?printf|f?puts|f?putc|putchar|put(?:c|char)_unlocked|fwrite|perror|psignal"
    rb"|setv?buf|stdout|stderr)\b"
)
# What the small allocator does not have.
_ALIGNED = re.compile(rb"\b(?:aligned_alloc|posix_memalign|memalign|malloc_usable_size|sbrk)\b")


def is_small(request: BuildRequest) -> bool:
    """Whether it is a function's module that is to be small; of others the flags have to do."""
    return (
        request.profile is Profile.SMALL
        and request.mode is Mode.WASM
        and request.shape is not Shape.STDIO
    )


def small_flags() -> tuple[str, ...]:
    """For every file: the support's messages are short, and the linker sees it all."""
    return ("-Oz", "-DJUDGE_SMALL", "-flto")


def small_sources(request: BuildRequest) -> tuple[str, ...]:
    """What stands in for parts of the C library, as far as the solution leaves room for it."""
    text = request.document.text
    memory = () if _ALIGNED.search(text) else (_MEMORY,)
    return (PLAIN_FLUSH if _PRINTS.search(text) else _SILENT, *memory)
