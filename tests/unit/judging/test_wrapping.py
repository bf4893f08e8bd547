"""Arithmetic that overflows: found by a first build, judged by one in which it wraps; on fakes."""

from __future__ import annotations

from pathlib import Path

import msgspec

from lsp_judge.judging.judge import Judge, JudgeOptions
from lsp_judge.languages.registry import Languages
from lsp_judge.languages.rust.language import Rust
from lsp_judge.model.build import Artifact, ArtifactKind, Profile
from lsp_judge.model.outcome import Observation, Returned, Trapped
from lsp_judge.model.report import Judgement
from lsp_judge.model.source import Document
from lsp_judge.model.verdict import Mode, ModeChoice, Verdict
from lsp_judge.problems.locate import sources
from lsp_judge.runtimes.fake import FakeRuntime
from lsp_judge.toolchains.store import Store

SOURCE = """// Input: n = 3
// Output: 9
impl Solution {
    pub fn square(n: i32) -> i32 { n * n }
}
"""


class Bench:
    """Builds of both profiles: one that traps with a panic, and one that returns."""

    def __init__(self, panic: str, wrapped: int) -> None:
        self.profiles: list[Profile] = []
        self._panic = panic
        self._wrapped = wrapped

    async def build(self, language, request, say):  # type: ignore[no-untyped-def]
        self.profiles.append(request.profile)
        return Artifact(request.mode, ArtifactKind.PLUGIN, "/nowhere", request.profile, "rust")

    def answer(self, data: bytes) -> Observation:
        if self.profiles[-1] is Profile.WRAP:
            return Observation(Returned(msgspec.msgpack.encode(self._wrapped)))
        place = "/tmp/build/solution.rs:4:36"
        return Observation(Trapped("trap", detail=f"judge: panicked at {place}: {self._panic}"))

    async def judged(self, folder: Path, source: str = SOURCE) -> Judgement:
        judge = Judge(
            languages=Languages([Rust()]),
            sources=lambda explicit: sources([], explicit),
            builder=self,
            runtimes={Mode.NATIVE: FakeRuntime(Mode.NATIVE, self.answer)},
            memory=Store(folder),
        )
        document = Document("/somewhere/solution.rs", source.encode())
        report = await judge.judge(document, JudgeOptions(mode=ModeChoice.NATIVE), lambda _: None)
        return report.judgements[0]


async def test_what_is_right_where_arithmetic_wraps_is_accepted_and_told(tmp_path: Path) -> None:
    bench = Bench("attempt to multiply with overflow", 9)
    judgement = await bench.judged(tmp_path)
    assert judgement.verdict is Verdict.AC
    (warning,) = judgement.messages
    assert warning.text.startswith("case 1: panicked: attempt to multiply with overflow.")
    assert warning.span is not None
    assert warning.span.start.line == 3
    assert bench.profiles == [Profile.RELEASE, Profile.WRAP]


async def test_what_is_wrong_where_arithmetic_wraps_stays_an_overflow(tmp_path: Path) -> None:
    judgement = await Bench("attempt to add with overflow", 10).judged(tmp_path)
    assert judgement.verdict is Verdict.RE
    assert judgement.cases[0].message == "case 1: panicked: attempt to add with overflow"
    assert judgement.messages == ()


async def test_other_panics_and_cases_without_answers_are_not_tried_again(tmp_path: Path) -> None:
    for panic, source in (
        ("attempt to divide with overflow", SOURCE),
        ("attempt to add with overflow", SOURCE.replace("// Output: 9\n", "")),
    ):
        bench = Bench(panic, 9)
        judgement = await bench.judged(tmp_path, source)
        assert judgement.verdict is Verdict.RE
        assert bench.profiles == [Profile.RELEASE]
