"""A solver that is a service somewhere: its description, and calls over HTTP."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from lsp_judge.model.errors import SolverRefused
from lsp_judge.model.outcome import Observation
from lsp_judge.packs.observed import output_of
from lsp_judge.runtimes.http import ServiceAddress, ServiceClient

ENDING = ".service.json"


class ServiceDescription(Struct, frozen=True):
    """What `*.service.json` holds (docs/packs.md). `timeout_ms` is one attempt's."""

    id: Annotated[str, Meta(min_length=1, max_length=128)]
    problems: Annotated[list[str], Meta(min_length=1, max_length=256)]
    url: str
    timeout_ms: Annotated[int, Meta(ge=1, le=600_000)] = 2_000
    retries: Annotated[int, Meta(ge=0, le=10)] = 2

    @property
    def address(self) -> ServiceAddress:
        return ServiceAddress(self.url, self.timeout_ms, self.retries)


def read_description(data: bytes) -> ServiceDescription:
    """Raises SolverRefused with what is wrong."""
    try:
        return msgspec.json.decode(data, type=ServiceDescription)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise SolverRefused(f"This describes no service: {error}.") from error


class ServiceSolver:
    """A Solver[ServiceAddress, Observation]."""

    def __init__(self, id: str, problems: Sequence[str]) -> None:
        self.id = id
        self._problems = frozenset(problems)
        self._client: ServiceClient | None = None

    def supports(self, problem_id: str) -> bool:
        return problem_id in self._problems

    async def init(self, config: ServiceAddress) -> None:
        """Raises ToolMissing and BadUsage. Nothing is sent."""
        self._client = ServiceClient(self.id, config)

    async def observe(self, input: bytes) -> Observation:
        assert self._client is not None
        return await self._client.call(input)

    async def solve(self, input: bytes) -> bytes:
        return output_of(self.id, await self.observe(input))

    async def destroy(self) -> None:
        if self._client is not None:
            await self._client.close()
