"""What a served solver answers: statuses, headers and bodies. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from lsp_judge.model.build import ABI_VERSION
from lsp_judge.model.outcome import Observation, Returned
from lsp_judge.packs.loading import Loaded
from lsp_judge.packs.observed import failure_of
from lsp_judge.runtimes.http import (
    CONTENT_TYPE,
    DURATION_HEADER,
    LIMIT_HEADER,
    MEMORY_HEADER,
    OUTCOME_HEADER,
)


@dataclass(frozen=True)
class Reply:
    status: int
    body: bytes
    content_type: str = "text/plain; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)


class Refused(Exception):
    """The request is not answered; `reply` says why."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.reply = Reply(status, f"{text}\n".encode())


def refuse_garbage(body: bytes) -> None:
    """Arguments are one array of MessagePack; what is none would only confuse the solver."""
    try:
        msgspec.msgpack.decode(body, type=list[msgspec.Raw])
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Refused(400, f"The input is no MessagePack array: {error}.") from error


def about(loaded: Loaded) -> Reply:
    """Which solver this is."""
    said = {
        "id": loaded.id,
        "problems": list(loaded.draft.problems),
        "abi": ABI_VERSION,
        "kind": loaded.file.kind,
        "runs": loaded.draft.runs,
        "version": loaded.version,
    }
    return Reply(200, msgspec.json.encode(said) + b"\n", "application/json")


def seen_reply(seen: Observation) -> Reply:
    """The output, or what the solution did instead of giving one."""
    figures = {DURATION_HEADER: str(seen.duration_ns), MEMORY_HEADER: str(seen.memory_bytes)}
    outcome = seen.outcome
    if isinstance(outcome, Returned):
        return Reply(200, outcome.output, CONTENT_TYPE, figures)
    limit = getattr(outcome, "limit_ms", None) or getattr(outcome, "limit_bytes", None)
    if limit is not None:
        figures[LIMIT_HEADER] = str(limit)
    tag = outcome.__struct_config__.tag
    if tag == "worker_died":
        return Reply(400, f"{failure_of(seen)}\n".encode())
    name = getattr(outcome, "reason", "") or getattr(outcome, "name", "") or failure_of(seen)
    text = f"{name}\n{getattr(outcome, 'detail', '')}".strip()
    return Reply(422, text.encode(), headers={OUTCOME_HEADER: str(tag), **figures})
