"""Reports that are kept: on open, what was judged is shown again without a run."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec

from lsp_judge.model.build import ABI_VERSION
from lsp_judge.model.report import REPORT_VERSION, Report

if TYPE_CHECKING:
    from lsp_judge.judging.judge import JudgeOptions
    from lsp_judge.judging.plan import Plan


class Memory(Protocol):
    """Where bytes are kept under a key, as files; it may forget."""

    def get_path(self, namespace: str, key: str) -> Path | None: ...

    def put_bytes(
        self, namespace: str, key: str, data: bytes, *, replace: bool = False
    ) -> object: ...


class Forgetful:
    """Keeps nothing: a pack has no text that a report could be kept for."""

    def get_path(self, namespace: str, key: str) -> Path | None:
        return None

    def put_bytes(self, namespace: str, key: str, data: bytes, *, replace: bool = False) -> object:
        return None


logger = logging.getLogger(__name__)

_NAMESPACE = "reports"
# Prints and answers can be long; a report beyond this is judged again rather than kept.
_LARGEST = 4 << 20


class Reports:
    """Keyed by all that shaped a report: the text, its path, the problem with its cases, the
    options."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def keep(self, plan: Plan, options: JudgeOptions, report: Report) -> None:
        """As long as there is room for it; a report that is not kept is made again."""
        data = msgspec.msgpack.encode(report)
        if len(data) > _LARGEST:
            return
        try:
            self._memory.put_bytes(_NAMESPACE, _key(plan, options), data, replace=True)
        except OSError as error:
            logger.warning("a report is not kept: %s", error)

    def recall(self, plan: Plan, options: JudgeOptions) -> Report | None:
        path = self._memory.get_path(_NAMESPACE, _key(plan, options))
        if path is None:
            return None
        try:
            return msgspec.msgpack.decode(path.read_bytes(), type=Report)
        except (OSError, msgspec.DecodeError):  # of another version, or damaged: judge again
            return None


def _key(plan: Plan, options: JudgeOptions) -> str:
    context = plan.context
    parts = (REPORT_VERSION, ABI_VERSION, context.document, context.problem, options)
    return hashlib.blake2b(msgspec.msgpack.encode(parts), digest_size=20).hexdigest()
