"""The exception tree. An exception means that our environment failed, and says what to do.

What a learner's solution does wrong is a value (`Outcome`, `Verdict`, `SourceMessage`), never
an exception.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

_ELSEWHERE = "Make it writable, or set LSP_JUDGE_CACHE_DIR to a folder that is."
_DISK_ADVICE = {
    errno.ENOSPC: "Make room, or clear the cache with `lsp-judge cache clear`.",
    errno.EDQUOT: "Make room, or clear the cache with `lsp-judge cache clear`.",
    errno.EROFS: _ELSEWHERE,
    errno.EACCES: _ELSEWHERE,
    errno.EPERM: _ELSEWHERE,
    errno.ENOENT: "It was removed in the meantime: save again.",
}


class JudgeError(Exception):
    """Base of all; `str()` is a sentence for people, `advice` what they can do (may be empty)."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice

    def __str__(self) -> str:
        message = super().__str__()
        return f"{message} {self.advice}" if self.advice else message


class ToolMissing(JudgeError):
    """A compiler is not to be had; `advice` is the command that installs it."""


class ToolFailed(JudgeError):
    """A tool of ours broke (crashed, timed out) in a way that is no compile error."""


class DiskFailed(JudgeError):
    """What we keep on disk can be neither read nor written: full, read-only, out of order."""

    @classmethod
    def of(cls, error: OSError) -> DiskFailed:
        where = f": {error.filename}" if error.filename else ""
        return cls(
            f"The disk does not take what has to be kept: {error.strerror or error}{where}.",
            _DISK_ADVICE.get(error.errno or 0, "Try `lsp-judge doctor`."),
        )


class PackageBroken(JudgeError):
    """A problem package cannot be read; the message names file and line."""


class PackBroken(JudgeError):
    """A pack cannot be used; the message names the pack, and the classes below say how so."""


class PackFormatUnknown(PackBroken):
    """The manifest has a format number that this version does not read."""


class PackDamaged(PackBroken):
    """A hash, a size or a checksum does not fit, or a member is missing."""


class PackTooLarge(PackBroken):
    """More members or bytes than a pack may have, or a zip bomb."""


class PackUnsafe(PackBroken):
    """A member whose path leaves the folder, or that is no plain file."""


class PackTargetMissing(PackBroken):
    """The pack has no artifact for what was asked."""


class PackExportsRefused(PackBroken):
    """A plugin of the pack exports other names than its manifest allows."""


class ArtifactRejected(JudgeError):
    """An artifact has no or another ABI version, or is not for this machine."""


class IsolationMissing(JudgeError):
    """The native sandbox cannot be set up here; the other mode takes over."""


class WorkerLost(JudgeError):
    """The zygote or a worker died without an answer."""


class BadUsage(JudgeError):
    """Arguments or settings that make no sense."""


@contextmanager
def disk_failures() -> Iterator[None]:
    """Within it, what the system says of files and folders of ours becomes DiskFailed."""
    try:
        yield
    except TimeoutError:  # an OSError by its class alone
        raise
    except OSError as error:
        raise DiskFailed.of(error) from error
