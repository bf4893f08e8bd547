"""The part of a file that is the submission, where a tool has marked it. Pure.

vscode-leetcode: `@lc code=start` and `@lc code=end`; leetgo: `@lc code=begin`; leetcode.nvim:
`@leet start` and `@leet end`; JetBrains' editor: `leetcode submit region begin(...)`.
"""

from __future__ import annotations

import re

_BEGIN = re.compile(
    rb"^[^\w\n]*(?:@lc code=(?:start|begin)|@leet start|leetcode submit region begin)\b.*$", re.M
)
_END = re.compile(rb"^[^\w\n]*(?:@lc code=end|@leet end|leetcode submit region end)\b.*$", re.M)


def submission_range(text: bytes) -> tuple[int, int] | None:
    """Where the submission begins and ends, in bytes, its marks included; None: no marks.

    A mark that begins and never ends goes on to the end of the file.
    """
    begin = _BEGIN.search(text)
    if begin is None:
        return None
    end = _END.search(text, begin.end())
    return begin.start(), end.end() if end is not None else len(text)
