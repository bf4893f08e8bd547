"""Solutions whose verdict and message are known beforehand; each text is one of its own."""

from __future__ import annotations

import uuid


def square(answer: str = "n * n", *, expected: int = 9) -> str:
    """C: right as it stands; another `answer` is wrong. No two texts are the same."""
    return (
        f"// Input: n = 3\n// Output: {expected}\n"
        f"int square(int n) {{ return {answer}; }}\n// {uuid.uuid4()}\n"
    )


def square_py(answer: str = "n * n", *, expected: int = 9) -> str:
    """The same in Python, which no compiler has to be started for."""
    return (
        f"# Input: n = 3\n# Output: {expected}\n"
        f"class Solution:\n    def square(self, n: int) -> int:\n        return {answer}\n"
        f"# {uuid.uuid4()}\n"
    )


def square_go(answer: str = "n * n", *, expected: int = 9) -> str:
    return (
        f"// Input: n = 3\n// Output: {expected}\n"
        f"func square(n int) int {{ return {answer} }}\n// {uuid.uuid4()}\n"
    )
