"""Solvers over HTTP: real servers on loopback, good ones and bad ones, and our own other end."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import msgspec
import pytest
from http_kit import answer, describe, service
from solver_kit import CRASH, FAIL, LOOP, PROBLEM, Plugins, accepted, artifact_of, given, said

from lsp_judge.judging.judge import Judge
from lsp_judge.model.errors import ServiceFailed, SolverFailed
from lsp_judge.model.verdict import Mode, Verdict
from lsp_judge.packs.comparison import compare
from lsp_judge.packs.opening import opened_loader, opened_registry
from lsp_judge.packs.serving import Bounds, serve
from lsp_judge.packs.slot import State

pytestmark = pytest.mark.asyncio(loop_scope="module")
INPUT = msgspec.msgpack.encode([[2, 7, 11, 15], 9])
RIGHT = msgspec.msgpack.encode([0, 1])
ABI = {"X-Judge-ABI": "1"}


async def test_an_input_is_posted_with_the_version_and_the_body_is_the_answer(
    judge: Judge, tmp_path: Path
) -> None:
    async with service(lambda count, body: answer(RIGHT)) as there:
        describe(tmp_path, "there", there.url)
        async with opened_registry(judge, [tmp_path]) as registry:
            await registry.scan()
            (listed,) = registry.listing()
            assert (listed.id, listed.runs, listed.state) == ("there", "service", State.READY)
            assert await registry.solve("two-sum", INPUT) == RIGHT
        request = there.requests[-1]
        assert request.startswith(b"POST / HTTP/1.1\r\n")
        assert b"x-judge-abi: 1\r\n" in request.lower()
        assert request.endswith(INPUT)


@pytest.mark.parametrize(
    ("reply", "says", "attempts"),
    [
        (None, "no answer within 400 ms (2 attempts)", 2),
        (answer(b"out of\ncheese", "500 Oh No"), "answered 500: out of cheese (2 attempts)", 2),
        (answer(b"\x92\x00", length=400), "2 attempts", 2),
        (answer(b"HTTP/1.1 what")[:20], "2 attempts", 2),
        (b"SSH-2.0-OpenSSH\r\n", "2 attempts", 2),
        (answer(b"not here", "404 Not Found"), "answered 404: not here", 1),
        (answer(b"", "302 Found"), "answered 302", 1),
        (answer(RIGHT, version="2"), "speaks version 2 of the ABI, this judge version 1", 1),
        (answer(RIGHT, version=None), "speaks no version of the ABI", 1),
        (answer(bytes(9 << 20)), "more than 8388608 bytes", 1),
    ],
)
async def test_what_a_bad_service_did_is_named_and_the_others_go_on(
    judge: Judge, plugins: Plugins, tmp_path: Path, reply: bytes | None, says: str, attempts: int
) -> None:
    (tmp_path / f"{PROBLEM}.so").write_bytes(plugins.of(7))
    async with service(lambda count, body: reply) as bad:
        describe(tmp_path, "bad", bad.url)
        async with opened_registry(judge, [tmp_path]) as registry:
            await registry.scan()
            states = {each.id: each for each in registry.listing()}
            assert states["bad"].state is State.FAILING
            before = len(bad.requests)
            with pytest.raises(ServiceFailed, match="The service bad failed") as caught:
                await registry.solve("two-sum", INPUT)
            assert says in str(caught.value)
            assert len(bad.requests) - before == attempts
            assert said(await registry.solve(PROBLEM, given())) == 7


async def test_nobody_at_the_address_is_a_failing_solver_that_recovers(
    judge: Judge, tmp_path: Path
) -> None:
    async with service(lambda count, body: answer(RIGHT)) as gone:
        port = int(gone.url.rsplit(":", 1)[1].strip("/"))
    describe(tmp_path, "late", gone.url)
    async with opened_registry(judge, [tmp_path]) as registry:
        await registry.scan()
        assert registry.listing()[0].state is State.FAILING
        with pytest.raises(ServiceFailed, match="2 attempts"):
            await registry.solve("two-sum", INPUT)

        async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(answer(RIGHT))
            await writer.drain()
            writer.close()

        async with await asyncio.start_server(connected, "127.0.0.1", port):
            assert await registry.solve("two-sum", INPUT) == RIGHT
        assert registry.listing()[0].state is State.READY


async def test_an_attempt_that_failed_is_made_again_after_a_pause(
    judge: Judge, tmp_path: Path
) -> None:
    def reply(count: int, body: bytes) -> bytes:
        return answer(b"busy", "503 Busy") if count % 3 else answer(RIGHT)

    async with service(reply) as busy:
        describe(tmp_path, "busy", busy.url, retries=2)
        async with opened_registry(judge, [tmp_path]) as registry:
            await registry.scan()
            begun = time.perf_counter()
            assert await registry.solve("two-sum", INPUT) == RIGHT
            assert time.perf_counter() - begun > 0.07


async def test_calls_beside_a_service_that_hangs_are_all_answered(
    judge: Judge, plugins: Plugins, tmp_path: Path
) -> None:
    (tmp_path / f"{PROBLEM}.so").write_bytes(plugins.of(7))
    async with service(lambda count, body: None) as hanging:
        describe(tmp_path, "hanging", hanging.url, retries=0)
        async with opened_registry(judge, [tmp_path]) as registry:
            await registry.scan()
            calls = [registry.solve("two-sum", INPUT) for _ in range(20)]
            good = [registry.solve(PROBLEM, given()) for _ in range(20)]
            results = await asyncio.gather(*calls, *good, return_exceptions=True)
    assert all(isinstance(each, ServiceFailed) for each in results[:20])
    assert [said(each) for each in results[20:] if isinstance(each, bytes)] == [7] * 20


@asynccontextmanager
async def served(judge: Judge, file: Path, bounds: Bounds) -> AsyncIterator[str]:
    """Our own other end, for the solver in `file`."""
    async with opened_loader(judge) as loader:
        loaded = await loader.load(await loader.read(file))
        port: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        serving = asyncio.create_task(serve(loaded, 0, port.set_result, bounds))
        try:
            yield f"http://127.0.0.1:{await port}/"
        finally:
            serving.cancel()
            await asyncio.wait({serving})
            await loaded.draft.contained.close()


async def test_a_served_plugin_is_a_solver_like_any_other(judge: Judge, tmp_path: Path) -> None:
    built = await artifact_of(judge, "two-sum", accepted("two-sum", "hash_map.cpp"), Mode.NATIVE)
    (tmp_path / "solvers").mkdir()
    file = tmp_path / "two-sum.so"
    file.write_bytes(built.read_bytes())
    async with served(judge, file, Bounds()) as url:
        describe(tmp_path / "solvers", "remote", url, timeout_ms=5_000)
        async with opened_registry(judge, [tmp_path / "solvers"]) as registry:
            await registry.scan()
            assert msgspec.msgpack.decode(await registry.solve("two-sum", INPUT)) == [0, 1]
            comparison = await compare(registry, judge, judge.planner.problem("two-sum"))
    (compared,) = comparison.compared
    assert compared.verdict is Verdict.AC
    assert 0 < compared.duration_ns < compared.call_ns * compared.total


async def test_what_a_served_solution_did_wrong_arrives_as_its_own_failure(
    judge: Judge, plugins: Plugins, tmp_path: Path
) -> None:
    file = tmp_path / f"{PROBLEM}.so"
    file.write_bytes(plugins.of(7))
    folder = tmp_path / "solvers"
    folder.mkdir()
    async with served(judge, file, Bounds()) as url:
        describe(folder, "remote", url, problems=[PROBLEM], timeout_ms=9_000)
        async with opened_registry(judge, [folder]) as registry:
            await registry.scan()
            for how, says in (
                (CRASH, "SIGABRT"),
                (FAIL, "a reason of its own"),
                (LOOP, "within 2000 ms"),
            ):
                with pytest.raises(SolverFailed, match=says) as caught:
                    await registry.solve(PROBLEM, given(how))
                assert not isinstance(caught.value, ServiceFailed)
                assert said(await registry.solve(PROBLEM, given())) == 7
            assert registry.listing()[0].state is State.READY


async def test_bad_requests_are_answered_with_a_status_and_a_sentence(
    judge: Judge, plugins: Plugins, tmp_path: Path
) -> None:
    file = tmp_path / f"{PROBLEM}.so"
    file.write_bytes(plugins.of(7))
    bounds = Bounds(body_bytes=1000, read_s=0.3)
    async with served(judge, file, bounds) as url, httpx.AsyncClient(trust_env=False) as client:

        async def post(content: bytes, headers: dict[str, str] | None = None) -> httpx.Response:
            return await client.post(
                url, content=content, headers=ABI if headers is None else headers
            )

        assert (await post(b"\xc1")).status_code == 400
        assert "MessagePack" in (await post(b"\x91" * 900)).text
        assert (await post(b"\x01")).status_code == 400
        refused = await post(given(), {"X-Judge-ABI": "2"})
        assert (refused.status_code, "version 1" in refused.text) == (400, True)
        assert (await post(given(), {})).status_code == 400
        assert (await post(bytes(1001))).status_code == 413
        assert (await client.put(url)).status_code == 405

        async def chunks() -> AsyncIterator[bytes]:
            for _ in range(20):
                yield bytes(100)

        assert (await client.post(url, content=chunks(), headers=ABI)).status_code == 413
        about = (await client.get(url)).json()
        assert (about["problems"], about["abi"]) == ([PROBLEM], 1)
        assert said((await post(given())).content) == 7
        for raw, status in (
            (b"what is this\r\n\r\n", b"400"),
            (b"POST / HTTP/1.1\r\nHost: x\r\nX: " + b"y" * 40_000, b"431"),
            (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -4\r\n\r\n", b"400"),
            (b"POST / HTTP/1.1\r\nHost: x\r\nX-Judge-ABI: 1\r\nContent-Length: 9\r\n\r\n", b"408"),
        ):
            assert status in (await _raw(url, raw)).partition(b"\r\n")[0]
        assert said((await post(given())).content) == 7


async def _raw(url: str, data: bytes) -> bytes:
    host, port = url.removeprefix("http://").strip("/").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(data)
    with contextlib.suppress(ConnectionError):
        await writer.drain()
    async with asyncio.timeout(30):
        reply = await reader.read()
    writer.close()
    return reply
