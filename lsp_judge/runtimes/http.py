"""Asks a service for answers: one POST a call, with a timeout, retries and a limit of size.

A call's failure is one of two kinds. What the solution behind the service did (it trapped, it
took too long) is an observation, told in a header. What the service itself did (no answer, a 500,
half a body) is a ServiceFailed, after the retries where trying again may help.
"""

from __future__ import annotations

import asyncio
import random
import time
from types import ModuleType
from typing import TYPE_CHECKING

from msgspec import Struct

from lsp_judge.model.build import ABI_VERSION
from lsp_judge.model.errors import BadUsage, ServiceFailed, ToolMissing
from lsp_judge.model.outcome import (
    Observation,
    Outcome,
    OutOfMemory,
    OutputTooLong,
    Returned,
    Signalled,
    TimedOut,
    Trapped,
)

if TYPE_CHECKING:
    import httpx

ABI_HEADER = "X-Judge-ABI"
OUTCOME_HEADER = "X-Judge-Outcome"
DURATION_HEADER = "X-Judge-Duration-Ns"
MEMORY_HEADER = "X-Judge-Memory-Bytes"
LIMIT_HEADER = "X-Judge-Limit"
CONTENT_TYPE = "application/msgpack"

_BACK_OFF_S = 0.05
_MOST_BACK_OFF_S = 2.0
_SOLUTION_FAILED = 422
_TRY_AGAIN = (408, 425, 429, 500, 502, 503, 504)
_SHOWN_BYTES = 200
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class ServiceAddress(Struct, frozen=True):
    """Where a service is and how patient its callers are; `timeout_ms` is one attempt's."""

    url: str
    timeout_ms: int = 2_000
    retries: int = 2
    most_bytes: int = 8 << 20


class _Again(Exception):
    """This attempt failed in a way in which the next may not."""


class ServiceClient:
    """To be closed."""

    def __init__(self, name: str, address: ServiceAddress) -> None:
        """Raises ToolMissing without httpx, BadUsage for an address that is none."""
        self._name = name
        self._address = address
        self._httpx = _httpx()
        self._http = self._client()

    def _client(self) -> httpx.AsyncClient:
        try:
            url = self._httpx.URL(self._address.url)
        except (self._httpx.InvalidURL, TypeError) as error:
            raise BadUsage(f"The service {self._name} has no usable url: {error}.") from error
        if url.scheme not in ("http", "https") or not url.host:
            raise BadUsage(
                f"The service {self._name} has no usable url: {self._address.url!r}.",
                "It begins with http:// or https://.",
            )
        client: httpx.AsyncClient = self._httpx.AsyncClient(
            timeout=None,  # one deadline for the whole attempt, below
            trust_env=url.host not in _LOOPBACK,  # no proxy stands between us and ourselves
            headers={ABI_HEADER: str(ABI_VERSION), "Content-Type": CONTENT_TYPE},
        )
        return client

    async def close(self) -> None:
        await self._http.aclose()

    async def call(self, data: bytes) -> Observation:
        """Raises ServiceFailed."""
        attempts = self._address.retries + 1
        for attempt in range(attempts):
            if attempt:
                await asyncio.sleep(_pause(attempt))
            try:
                async with asyncio.timeout(self._address.timeout_ms / 1e3):
                    return await self._attempt(data)
            except TimeoutError:
                reason = f"no answer within {self._address.timeout_ms} ms"
            except (_Again, self._httpx.TransportError) as error:
                reason = str(error) or type(error).__name__
            except self._httpx.HTTPError as error:
                raise self._failed(str(error), 1) from error
        raise self._failed(reason, attempts)

    def _failed(self, reason: str, attempts: int) -> ServiceFailed:
        tried = f" ({attempts} attempts)" if attempts > 1 else ""
        return ServiceFailed(f"The service {self._name} failed: {reason.rstrip('.')}{tried}.")

    async def _attempt(self, data: bytes) -> Observation:
        begun = time.perf_counter_ns()
        async with self._http.stream("POST", self._address.url, content=data) as response:
            body = await self._body(response)
        elapsed = time.perf_counter_ns() - begun
        if response.status_code == _SOLUTION_FAILED and OUTCOME_HEADER in response.headers:
            return Observation(self._outcome(response, body))
        if response.status_code != 200:
            self._refuse(response.status_code, body)
        if (version := response.headers.get(ABI_HEADER)) != str(ABI_VERSION):
            said = f"version {version}" if version else "no version"
            raise self._failed(f"it speaks {said} of the ABI, this judge version {ABI_VERSION}", 1)
        duration = _number(response, DURATION_HEADER)
        memory = _number(response, MEMORY_HEADER)
        return Observation(Returned(body), elapsed if duration is None else duration, memory or 0)

    async def _body(self, response: httpx.Response) -> bytes:
        parts, size = [], 0
        async for part in response.aiter_bytes():
            size += len(part)
            if size > self._address.most_bytes:
                raise self._failed(f"its answer has more than {self._address.most_bytes} bytes", 1)
            parts.append(part)
        return b"".join(parts)

    def _refuse(self, status: int, body: bytes) -> None:
        said = " ".join(body[:_SHOWN_BYTES].decode("utf-8", "replace").split())
        text = f"it answered {status}{f': {said}' if said else ''}"
        if status in _TRY_AGAIN:
            raise _Again(text)
        raise self._failed(text, 1)

    def _outcome(self, response: httpx.Response, body: bytes) -> Outcome:
        """What the solution behind the service did, as far as its words say."""
        said = body.decode("utf-8", "replace")
        reason, _, detail = said.partition("\n")
        limit = _number(response, LIMIT_HEADER)
        match response.headers[OUTCOME_HEADER]:
            case "timed_out":
                return TimedOut(limit or self._address.timeout_ms)
            case "out_of_memory":
                return OutOfMemory(limit or 0)
            case "output_too_long":
                return OutputTooLong(limit or self._address.most_bytes)
            case "signalled":
                return Signalled(reason)
            case _:
                return Trapped(reason, detail)


def _number(response: httpx.Response, header: str) -> int | None:
    text = response.headers.get(header, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def _pause(attempt: int) -> float:
    """Twice as long each time; by chance shorter, so that not all come again at once."""
    longest: float = min(_BACK_OFF_S * 2 ** (attempt - 1), _MOST_BACK_OFF_S)
    return longest * random.uniform(0.5, 1.0)


def _httpx() -> ModuleType:
    try:
        import httpx
    except ImportError as error:
        raise ToolMissing(
            "Services need the package httpx.", 'Install it: pip install "lsp-judge[services]".'
        ) from error
    return httpx
