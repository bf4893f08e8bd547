"""An exception of the solution as text: the traceback with the solution's own frames alone."""

from __future__ import annotations

from types import TracebackType

FILE = "solution.py"
_MOST_FRAMES = 32  # innermost frames that are shown; a RecursionError has 10^5
_MOST_REASON = 4 * 1024
_MOST_TEXT = 16 * 1024


def describe(error: BaseException, lines: list[str]) -> str:
    """The reason on the first line, then the traceback as Python prints it, innermost frame
    last; `lines` are the solution's source."""
    frames = list(_frames(error.__traceback__))
    shown = frames[-_MOST_FRAMES:]
    parts = [reason(error)]
    if shown:
        parts.append("Traceback (most recent call last):")
    if len(frames) > len(shown):
        parts.append(f"  [{len(frames) - len(shown)} more frames]")
    for name, line in shown:
        parts.append(f'  File "{FILE}", line {line}, in {name}')
        if 0 < line <= len(lines) and (text := lines[line - 1].strip()):
            parts.append(f"    {text}")
    return "\n".join(parts)[:_MOST_TEXT]


def _frames(traceback: TracebackType | None):  # type: ignore[no-untyped-def]
    """Function and line of each frame of the solution, outermost first."""
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if code.co_filename == FILE:
            yield code.co_name, traceback.tb_lineno or 0
        traceback = traceback.tb_next


def reason(error: BaseException) -> str:
    """`IndexError: list index out of range`; the text is the solution's, so it may raise."""
    kind = type(error).__name__
    try:
        text = str(error)
    except BaseException:
        text = "<the exception cannot be shown>"
    return f"{kind}: {text}"[:_MOST_REASON] if text else kind
