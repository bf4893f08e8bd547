"""What a solution prints, kept apart per case: descriptors 1 and 2 are memory files.

The server made them and can read what is left there after a worker died.
"""

from __future__ import annotations

import os

# What is shown of a function solution's prints, per case and stream. The file itself may
# grow to the output limit; beyond it the kernel sends SIGXFSZ.
SHOWN_BYTES = 64 * 1024


class Stream:
    """One of the descriptors 1 and 2. `take` gives what was written since the last call."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def take(self, limit: int = SHOWN_BYTES) -> bytes:
        """The bytes written so far, at most `limit`, and an empty stream afterwards."""
        # Not the offset: some libraries (Zig's) write at a place and leave it where it was.
        if self._is_empty() or (size := os.fstat(self._descriptor).st_size) == 0:
            return b""
        data = os.pread(self._descriptor, min(size, limit), 0)
        os.ftruncate(self._descriptor, 0)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        return data

    def _is_empty(self) -> bool:
        """Quicker than fstat, and asked twice a case; the offset of an empty file is 0 anyway."""
        try:
            return os.lseek(self._descriptor, 0, os.SEEK_END) == 0
        except OSError:  # the solution put something else in its place
            return False


def redirect(target: int, file: int) -> Stream:
    """Make `target` (1 or 2) the memory file `file`, which the server shares."""
    os.dup2(file, target, inheritable=True)
    return Stream(target)
