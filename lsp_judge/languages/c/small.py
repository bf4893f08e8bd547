"""What makes a packed C solution's module small: the linker sees the whole program at once, and
the C library brings no part that the solution does not use."""

from __future__ import annotations

import re

from lsp_judge.languages.cfamily.support import NO_FLUSH, PLAIN_FLUSH
from lsp_judge.model.build import BuildRequest, Profile
from lsp_judge.model.source import Shape
from lsp_judge.model.verdict import Mode

SMALL_MEMORY = "judge_small.c"
# Whatever could write to a stream, and more.
_PRINTS = re.compile(rb"print|put|write|std(?:out|err)|perror|FILE|asm")
# What the small allocator does not have.
_ALIGNED = re.compile(rb"aligned_alloc|memalign|malloc_usable_size|sbrk|__heap|memory_grow")


def _is_small(request: BuildRequest) -> bool:
    return request.mode is Mode.WASM and request.profile is Profile.PACK


def small_flags(request: BuildRequest) -> tuple[str, ...]:
    """For every file. Across all of them, what nothing calls is known only when they are linked;
    of functions alone, whose arguments the judge has checked, the support's messages are short."""
    if not _is_small(request):
        return ()
    return ("-flto", *(() if request.shape is Shape.STDIO else ("-DJUDGE_SMALL",)))


def lean_flags(request: BuildRequest) -> tuple[str, ...]:
    """For the support's own files: they are to be small, the solution is to be fast."""
    return ("-Oz",) if _is_small(request) else ()


def small_sources(request: BuildRequest) -> tuple[str, ...]:
    """What writes out the streams, which one that never prints does not need (they would be a
    third of a small module), and what stands in for the C library's allocator."""
    if not _is_small(request):
        return (PLAIN_FLUSH,)
    text = request.document.text
    flush = PLAIN_FLUSH if _PRINTS.search(text) else NO_FLUSH
    return (flush,) if _ALIGNED.search(text) else (flush, SMALL_MEMORY)
