"""What was concluded of a case, and in which mode it ran."""

from enum import StrEnum


class Mode(StrEnum):
    """One of the two ways in which a solution is run."""

    WASM = "wasm"
    NATIVE = "native"


class ModeChoice(StrEnum):
    """Which modes a person asked for (the `mode` setting)."""

    AUTO = "auto"
    BOTH = "both"
    WASM = "wasm"
    NATIVE = "native"


class Verdict(StrEnum):
    """The field's conclusions, `IE` for our own fault, `DIFF` for modes that disagree."""

    AC = "AC"
    WA = "WA"
    TLE = "TLE"
    MLE = "MLE"
    OLE = "OLE"
    RE = "RE"
    CE = "CE"
    IE = "IE"
    DIFF = "DIFF"
