"""What a status bar is told."""

from typing import Any

import pytest
from talk import PATH, ScriptedJudge, Talk, case, judgement, report, talking

from lsp_judge.judging.events import BuildStarted, CasesDone
from lsp_judge.model.report import Disagreement, Report
from lsp_judge.model.verdict import Mode, Verdict
from lsp_judge.server.session import Session, Shown
from lsp_judge.server.status import status


def shown(found: Report) -> Session:
    return Session("file://" + PATH, PATH, "text", 1, Shown("text", found))


SLOW = judgement(Mode.WASM, cases=(case(duration_ns=10**9),))
FAST = judgement(Mode.NATIVE, cases=(case(duration_ns=400_000),))
DIFFER = Disagreement(case="1", wasm="1", native="2", message="")


@pytest.mark.parametrize(
    ("found", "verdict", "text"),
    [
        (report(), None, ""),
        (report(judgement(Mode.WASM)), Verdict.AC, "✓ 1/1 · 12 µs"),
        (report(SLOW, FAST), "AC", "✓ 1/1 · 400 µs"),
        (report(judgement(Mode.WASM, final=False)), "AC", "✓ 1/1"),
        (report(judgement(Mode.WASM), judgement(Mode.NATIVE, Verdict.WA)), "WA", "✗ WA 0/1"),
        (report(judgement(Mode.WASM, Verdict.CE, cases=()), FAST), "CE", "✗ CE"),
        (report(judgement(Mode.WASM), FAST, disagreements=(DIFFER,)), "DIFF", "✗ DIFF 1/1"),
    ],
)
def test_a_status_is_the_worst_of_all_modes(found: Report, verdict: str | None, text: str) -> None:
    now = status(shown(found))
    assert (now.verdict, now.text) == (verdict, text)


async def test_a_client_follows_a_run() -> None:
    judge = ScriptedJudge()
    async with talking(judge) as talk:

        def told() -> list[Any]:
            return talk.all("lspJudge/status")

        await _run(judge, talk)
        last = await talk.until(lambda: [each for each in told() if each["verdict"]][-1:])
        await talk.judged()
        assert last
        texts = [each["text"] for each in told()]
        assert "wasm building · native waiting" in texts
        assert "wasm 1/2 · native waiting" in texts
        assert told()[-1] == {
            "uri": "file://" + PATH,
            "running": False,
            "text": "✓ 1/1 · 12 µs",
            "verdict": "AC",
            "modes": [
                {"mode": "wasm", "verdict": "AC", "passed": 1, "total": 1, "durationNs": 12_000},
                {"mode": "native", "verdict": "AC", "passed": 1, "total": 1, "durationNs": 12_000},
            ],
        }
        assert all(one != two for one, two in zip(told(), told()[1:], strict=False))


async def _run(judge: ScriptedJudge, talk: Talk) -> None:
    talk.open()
    talk.save()
    call = await judge.called()
    call.hear(BuildStarted(Mode.WASM))
    call.hear(CasesDone(Mode.WASM, 1, 2))
    call.finish(judgement(Mode.WASM), judgement(Mode.NATIVE))
