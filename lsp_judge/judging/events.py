"""What a judging tells its listener, in this order, per mode; the modes interleave."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from lsp_judge.model.listing import Listing
from lsp_judge.model.report import Judgement, Report
from lsp_judge.model.verdict import Mode


class Planned(Struct, frozen=True, tag="planned"):
    """What is going to be judged; it comes before anything of a mode."""

    listing: Listing


class BuildStarted(Struct, frozen=True, tag="build_started"):
    mode: Mode


class Preparing(Struct, frozen=True, tag="preparing"):
    """Something is made that takes long, and once on a machine; `text` says what."""

    mode: Mode
    text: str


class CasesDone(Struct, frozen=True, tag="cases_done"):
    mode: Mode
    done: int
    total: int


class JudgementReady(Struct, frozen=True, tag="judgement_ready"):
    """One mode is finished; `report` holds all judgements so far."""

    judgement: Judgement
    report: Report


class ReportReady(Struct, frozen=True, tag="report_ready"):
    """All modes are finished, disagreements included."""

    report: Report


Event: TypeAlias = Planned | BuildStarted | Preparing | CasesDone | JudgementReady | ReportReady
