"""A client in the same process, and a judge that says what the test tells it to say."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any, cast

from lsp_judge.judging.events import Event, JudgementReady, ReportReady
from lsp_judge.judging.judge import Judge, JudgeOptions
from lsp_judge.model.errors import JudgeError
from lsp_judge.model.listing import ListedCase, Listing
from lsp_judge.model.report import BenchResult, CaseVerdict, Judgement, Report
from lsp_judge.model.source import Document, Entry, Location, Position, Shape, Span
from lsp_judge.model.verdict import Mode, Verdict
from lsp_judge.server.app import converse, create_server
from lsp_judge.server.frames import Body, Frame
from lsp_judge.server.opened import OpenJudge
from lsp_judge.server.settings import Settings

URI = "file:///home/ann/two_sum.go"
PATH = "/home/ann/two_sum.go"
SOURCE = "// Input: nums = [3,3], target = 6\n// Output: [0,1]\nfunc twoSum() {}\n"
ENTRY = Entry("twoSum", Shape.FUNCTION, Span(Position(2, 5), Position(2, 11)))
INPUT = Location(PATH, Span(Position(0, 3), Position(0, 34)))


def case(verdict: Verdict = Verdict.AC, **fields: Any) -> CaseVerdict:
    """The inline case of `SOURCE`."""
    wrong = verdict is Verdict.WA
    standard: dict[str, Any] = {
        "id": "1",
        "verdict": verdict,
        "duration_ns": 12_000,
        "expected": [0, 1],
        "actual": [1, 0] if wrong else [0, 1],
        "message": "case 1: expected [0,1], got [1,0]" if wrong else "",
        "file": PATH,
        "line": 1,
        "location": INPUT,
    }
    return CaseVerdict(**(standard | fields))


def judgement(mode: Mode, verdict: Verdict = Verdict.AC, **fields: Any) -> Judgement:
    cases = fields.pop("cases", (case(verdict),))
    passed = sum(each.verdict is Verdict.AC for each in cases)
    standard = {"passed": passed, "total": len(cases), "cases": cases}
    return Judgement(mode=mode, verdict=verdict, **(standard | fields))


def report(*judgements: Judgement, **fields: Any) -> Report:
    standard = {"file": PATH, "language": "go", "entry": "twoSum", "entry_at": ENTRY}
    return Report(judgements=judgements, **(standard | fields))


class Call:
    """One judging that the server asked for; the test decides what it says and when it ends."""

    def __init__(
        self, document: Document, options: JudgeOptions, hear: Callable[[Event], None]
    ) -> None:
        self.document = document
        self.options = options
        self.hear = hear
        self.result: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self.ended = asyncio.Event()

    def ready(self, *judgements: Judgement) -> None:
        """Say that the last of these is finished."""
        self.hear(JudgementReady(judgements[-1], report(*judgements)))

    def finish(self, *judgements: Judgement, **fields: Any) -> None:
        whole = report(*judgements, **fields)
        self.hear(ReportReady(whole))
        self.result.set_result(whole)


class ScriptedJudge:
    def __init__(self) -> None:
        self.calls: asyncio.Queue[Call] = asyncio.Queue()
        self.stored: dict[bytes, Report] = {}
        self.opened_with: list[Settings] = []
        self.closed = 0
        self.broken: JudgeError | None = None
        self.desk = self

    async def called(self) -> Call:
        return await asyncio.wait_for(self.calls.get(), 10)

    async def judge(
        self, document: Document, options: JudgeOptions, listener: Callable[[Event], None]
    ) -> Any:
        call = Call(document, options, listener)
        self.calls.put_nowait(call)
        try:
            return await call.result
        finally:
            call.ended.set()

    def recall(self, document: Document, _: JudgeOptions) -> Report | None:
        return self.stored.get(document.text)

    def look(self, document: Document, _: JudgeOptions) -> Report:
        return report() if b"func" in document.text else report(entry="", entry_at=None)

    def knows(self, path: str) -> bool:
        return path.endswith(".go")

    def listed(self, document: Document) -> Listing | None:
        """Two cases where the text has an entry: the inline one and one of a package."""
        if b"func" not in document.text:
            return None
        at = Location(document.path, INPUT.span)
        cases = (ListedCase("1", "nums = [3,3], target = 6", at), ListedCase("secret/1"))
        problem = "three-sum" if b"three" in document.text else "two-sum"
        return Listing(document.path, "go", problem, "Two Sum", ENTRY, cases)

    async def bench(
        self, document: Document, options: JudgeOptions, listener: Callable[[Event], None]
    ) -> Sequence[BenchResult]:
        return cast(Sequence[BenchResult], await self.judge(document, options, listener))

    def load(self) -> OpenJudge:
        return self._open

    @asynccontextmanager
    async def _open(self, settings: Settings) -> AsyncIterator[Judge]:
        if self.broken is not None:
            raise self.broken
        self.opened_with.append(settings)
        yield cast(Judge, self)
        self.closed += 1


class Talk:
    """The client's side: requests, notifications, and what came, in order."""

    def __init__(self) -> None:
        self.outgoing: asyncio.Queue[Frame | None] = asyncio.Queue()
        self.came: list[dict[str, Any]] = []
        self.news = asyncio.Event()
        self.configuration: Any = None
        # What is said to the server's other requests, by method.
        self.answers: dict[str, Any] = {}
        self._count = 0

    def write(self, data: bytes) -> None:
        message = json.loads(data.partition(b"\r\n\r\n")[2])
        self.came.append(message)
        self.news.set()
        if "method" in message and "id" in message:
            asked = message["method"] == "workspace/configuration"
            result = [self.configuration] if asked else self.answers.get(message["method"])
            self.send({"id": message["id"], "result": result})

    def close(self) -> None:
        self.came.append({"closed": True})
        self.news.set()

    def send(self, message: dict[str, Any]) -> None:
        self.raw(json.dumps({"jsonrpc": "2.0"} | message).encode())

    def raw(self, body: bytes) -> None:
        self.outgoing.put_nowait(Body(body))

    def hang_up(self) -> None:
        self.outgoing.put_nowait(None)

    async def frames(self) -> AsyncIterator[Frame]:
        while (frame := await self.outgoing.get()) is not None:
            yield frame

    async def until(self, found: Callable[[], Any]) -> Any:
        """What `found` gives, as soon as it gives something."""
        async with asyncio.timeout(10):
            while not (result := found()):
                self.news.clear()
                await self.news.wait()
        return result

    def all(self, method: str) -> list[Any]:
        return [each["params"] for each in self.came if each.get("method") == method]

    def notify(self, method: str, params: Any) -> None:
        self.send({"method": method, "params": params})

    async def answer(self, identity: Any) -> dict[str, Any]:
        def found() -> dict[str, Any] | None:
            answers = [each for each in self.came if "method" not in each and "closed" not in each]
            return next((each for each in answers if each["id"] == identity), None)

        return cast(dict[str, Any], await self.until(found))

    async def request(self, method: str, params: Any = None) -> Any:
        self._count += 1
        self.send({"id": self._count, "method": method, "params": params})
        answer = await self.answer(self._count)
        assert "error" not in answer, answer
        return answer["result"]

    async def diagnostics(self, wanted: Callable[[list[Any]], Any]) -> list[Any]:
        """The diagnostics of `URI` as they were published last, as soon as they are as wanted."""

        def found() -> list[list[Any]]:
            published = self.all("textDocument/publishDiagnostics")
            mine = [each["diagnostics"] for each in published if each["uri"] == URI]
            return [mine[-1]] if mine and wanted(mine[-1]) else []

        return cast(list[Any], (await self.until(found))[0])

    async def lenses(self) -> list[str]:
        found = await self.request("textDocument/codeLens", {"textDocument": {"uri": URI}})
        return [each["command"]["title"] for each in found]

    async def judged(self) -> list[str]:
        """The lenses when the run has ended."""
        async with asyncio.timeout(10):
            while "Cancel" in (titles := await self.lenses()):
                pass
        return titles

    async def hover(self, line: int, character: int) -> Any:
        place = {"line": line, "character": character}
        where = {"textDocument": {"uri": URI}, "position": place}
        return await self.request("textDocument/hover", where)

    async def hints(self) -> list[Any]:
        everything = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}
        where = {"textDocument": {"uri": URI}, "range": everything}
        return cast(list[Any], await self.request("textDocument/inlayHint", where))

    async def command(self, name: str, **argument: Any) -> Any:
        arguments = {"command": f"lspJudge.{name}", "arguments": [argument]}
        return await self.request("workspace/executeCommand", arguments)

    def open(self, text: str = SOURCE) -> None:
        item = {"uri": URI, "languageId": "go", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def change(self, text: str, version: int = 2) -> None:
        document = {"uri": URI, "version": version}
        changes = [{"text": text}]
        params = {"textDocument": document, "contentChanges": changes}
        self.notify("textDocument/didChange", params)

    def save(self) -> None:
        self.notify("textDocument/didSave", {"textDocument": {"uri": URI}})


CAPABILITIES: dict[str, Any] = {
    "experimental": {"testExplorer": True, "judgeStatus": True},
    "window": {"workDoneProgress": True},
    "workspace": {
        "configuration": True,
        "codeLens": {"refreshSupport": True},
        "inlayHint": {"refreshSupport": True},
    },
    "textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["source"]}}},
    },
}


@asynccontextmanager
async def talking(
    judge: ScriptedJudge,
    capabilities: dict[str, Any] = CAPABILITIES,
    options: Any = None,
    configuration: Any = None,
    root: str | None = None,
) -> AsyncIterator[Talk]:
    """A conversation after `initialized`; at its end the server has ended in good order."""
    talk = Talk()
    talk.configuration = configuration
    async with asyncio.timeout(30), asyncio.TaskGroup() as group:
        serving = group.create_task(converse(create_server(judge.load), talk.frames(), talk))
        params = {
            "processId": None,
            "rootUri": root,
            "capabilities": capabilities,
            "initializationOptions": options,
        }
        await talk.request("initialize", params)
        talk.notify("initialized", {})
        yield talk
        if not serving.done():
            await talk.request("shutdown")
            talk.notify("exit", None)
            assert await serving == 0
    assert talk.came[-1] == {"closed": True}
