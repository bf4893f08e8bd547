"""The exception tree. An exception means that our environment failed, and says what to do.

What a learner's solution does wrong is a value (`Outcome`, `Verdict`, `SourceMessage`), never
an exception.
"""


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


class PackageBroken(JudgeError):
    """A problem package cannot be read; the message names file and line."""


class ArtifactRejected(JudgeError):
    """An artifact has no or another ABI version, or is not for this machine."""


class IsolationMissing(JudgeError):
    """The native sandbox cannot be set up here; the other mode takes over."""


class WorkerLost(JudgeError):
    """The zygote or a worker died without an answer."""


class BadUsage(JudgeError):
    """Arguments or settings that make no sense."""
