"""Builds by the real C compiler: what is kept, what is built anew, and how failures read."""

from __future__ import annotations

import asyncio
import ctypes
import os
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from msgspec import structs
from small import ENTRY, SmallC, document

from lsp_judge.languages.base import Language
from lsp_judge.model.build import Artifact, BuildPlan, BuildRequest, CompileFailed, Otherwise
from lsp_judge.model.errors import ToolFailed, ToolMissing
from lsp_judge.model.source import Document, Position, Severity, Shape, SourceMessage
from lsp_judge.model.verdict import Mode
from lsp_judge.toolchains.build import StoreBuilder
from lsp_judge.toolchains.find import ToolFinder
from lsp_judge.toolchains.store import Store

GOOD = "int helper(void);\nint answer(void) { return helper() + 1; }\n"
# The preprocessor includes the file into itself until the compiler has had enough of it: with
# two includes a level, that is never.
ENDLESS = '#include "solution.c"\n#include "solution.c"\n'


def builder_in(root: Path, **environment: str) -> StoreBuilder:
    variables = {**os.environ, "LSP_JUDGE_CACHE_DIR": str(root), **environment}
    return StoreBuilder(ToolFinder({}, variables), Store(root), variables)


@pytest.fixture
def builder(tmp_path: Path) -> StoreBuilder:
    return builder_in(tmp_path)


async def build(
    builder: StoreBuilder, source: Document | str, language: Language | None = None
) -> Artifact | CompileFailed | SourceMessage:
    text = document(source) if isinstance(source, str) else source
    return await builder.build(
        language or SmallC(), BuildRequest(text, Mode.NATIVE, Shape.FUNCTION, ENTRY, None)
    )


async def artifact(
    builder: StoreBuilder, source: str, language: Language | None = None
) -> Artifact:
    built = await build(builder, source, language)
    assert isinstance(built, Artifact)
    return built


async def test_the_artifact_is_a_loadable_plugin(builder: StoreBuilder) -> None:
    built = await artifact(builder, GOOD)
    assert ctypes.CDLL(built.path).answer() == 42
    assert os.access(built.path, os.X_OK)
    assert not built.cached
    assert built.build_ms > 0


async def test_the_same_source_is_not_compiled_again(builder: StoreBuilder) -> None:
    first = await artifact(builder, GOOD)
    again = await artifact(builder, GOOD)
    assert again.cached
    assert (again.path, again.key, again.build_ms) == (first.path, first.key, first.build_ms)


async def test_another_server_finds_what_this_one_built(tmp_path: Path) -> None:
    first = await artifact(builder_in(tmp_path), GOOD)
    other = await artifact(builder_in(tmp_path), GOOD)
    assert other.cached
    assert other.path == first.path


async def test_a_hit_costs_less_than_a_millisecond(builder: StoreBuilder) -> None:
    await artifact(builder, GOOD)
    costs = []
    for _ in range(50):
        began = time.perf_counter()
        await artifact(builder, GOOD)
        costs.append(time.perf_counter() - began)
    assert sorted(costs)[len(costs) // 2] < 0.001


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param((GOOD + "\n", SmallC()), id="source"),
        pytest.param((GOOD, SmallC(flags=("-O1",))), id="flags"),
        pytest.param((GOOD, SmallC(support="int helper(void) { return 1; }\n")), id="support"),
        pytest.param((GOOD, SmallC(environment=(("SOURCE_DATE_EPOCH", "1"),))), id="environment"),
    ],
)
async def test_whatever_shapes_an_artifact_shapes_its_key(
    builder: StoreBuilder, changed: tuple[str, SmallC]
) -> None:
    first = await artifact(builder, GOOD)
    second = await artifact(builder, *changed)
    assert not second.cached
    assert second.key != first.key


async def test_a_shared_step_runs_once(builder: StoreBuilder, tmp_path: Path) -> None:
    await asyncio.gather(artifact(builder, GOOD), artifact(builder, GOOD + "// other\n"))
    shared = list((tmp_path / "store" / "shared").iterdir())
    assert len(shared) == 1
    stamp = (shared[0] / "support.o").stat().st_mtime_ns
    await artifact(builder, GOOD + "// third\n")
    assert (shared[0] / "support.o").stat().st_mtime_ns == stamp


async def test_the_same_build_twice_at_once_is_done_once(builder: StoreBuilder) -> None:
    both = await asyncio.gather(artifact(builder, GOOD), artifact(builder, GOOD))
    assert sorted(built.cached for built in both) == [False, True]


async def test_warnings_are_kept_with_the_artifact(builder: StoreBuilder) -> None:
    source = "int helper(void);\nint answer(void) { int unused; return helper(); }\n"
    for _ in range(2):
        built = await artifact(builder, source)
        (warning,) = built.messages
        assert warning.severity is Severity.WARNING
        assert "unused" in warning.text
        assert warning.span is not None
        assert warning.span.start == Position(1, 23)


async def test_an_error_in_the_users_file_is_a_value_with_its_place(builder: StoreBuilder) -> None:
    failed = await build(builder, "int answer(void) { int unused; return 1 +; }\n")
    assert isinstance(failed, CompileFailed)
    first, *others = failed.messages
    assert first.severity is Severity.ERROR
    assert {message.severity for message in others} == {Severity.WARNING}
    assert "expected expression" in first.text
    assert first.span is not None
    assert first.span.start == Position(0, 41)


class TwoCompilers(SmallC):
    """The second one knows `later`; it is asked where the first says a word of it."""

    def plan(self, request: BuildRequest) -> BuildPlan | SourceMessage:
        first = super().plan(request)
        second = SmallC(flags=("-Dlater=int",)).plan(request)
        assert isinstance(first, BuildPlan)
        assert isinstance(second, BuildPlan)
        return structs.replace(first, otherwise=Otherwise("later", second))


async def test_another_compiler_is_tried_where_the_first_says_so(builder: StoreBuilder) -> None:
    built = await artifact(builder, "later answer(void) { return 7; }\n", TwoCompilers())
    assert ctypes.CDLL(built.path).answer() == 7
    again = await artifact(builder, "later answer(void) { return 7; }\n", TwoCompilers())
    assert again.cached


async def test_where_the_other_compiler_fails_too_the_first_ones_words_count(
    builder: StoreBuilder,
) -> None:
    built = await build(builder, "later answer(void) { return seven; }\n", TwoCompilers())
    assert isinstance(built, CompileFailed)
    assert "later" in built.messages[0].text
    typo = await build(builder, "int answer(void) { return seven; }\n", TwoCompilers())
    assert isinstance(typo, CompileFailed)


async def test_a_languages_refusal_is_passed_on(builder: StoreBuilder) -> None:
    refused = await build(builder, "refuse")
    assert refused == SourceMessage(Severity.ERROR, "not like this")


async def test_a_failure_outside_the_users_file_is_the_tools(builder: StoreBuilder) -> None:
    with pytest.raises(ToolFailed, match=r"(?s)cc .* exit status 1 in the step 'link'.*no-such"):
        await build(builder, GOOD, SmallC(flags=("-no-such-flag",)))


async def test_a_broken_support_file_is_the_tools_failure(builder: StoreBuilder) -> None:
    with pytest.raises(ToolFailed, match="in the step 'support'"):
        await build(builder, GOOD, SmallC(support="int helper(void) { return }\n"))


async def test_a_missing_output_is_named(builder: StoreBuilder) -> None:
    with pytest.raises(ToolFailed, match=r"left no 'solution.so' in the step 'link'"):
        await build(builder, GOOD, SmallC(flags=("-o", "other.so")))


async def test_a_missing_compiler_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ToolMissing, match=r'pip install "lsp-judge\[zig\]"'):
        await build(builder_in(tmp_path, PATH=""), GOOD)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "cut short": lambda path: os.truncate(path, 100),
    "removed": Path.unlink,
    "record broken": lambda path: (path.parent / "entry.json").write_bytes(b"{"),
}


def change_last_byte(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1] + b"\x55")


@pytest.mark.parametrize("damage", DAMAGES)
async def test_a_damaged_entry_is_built_anew(tmp_path: Path, damage: str) -> None:
    built = await artifact(builder_in(tmp_path), GOOD)
    DAMAGES[damage](Path(built.path))
    again = await artifact(builder_in(tmp_path), GOOD)
    assert not again.cached
    assert ctypes.CDLL(again.path).answer() == 42


async def test_changed_bytes_of_the_same_length_are_noticed(tmp_path: Path) -> None:
    built = await artifact(builder_in(tmp_path), GOOD)
    change_last_byte(Path(built.path))
    assert not (await artifact(builder_in(tmp_path), GOOD)).cached


async def test_a_damaged_shared_step_is_run_again(tmp_path: Path) -> None:
    await artifact(builder_in(tmp_path), GOOD)
    (shared,) = (tmp_path / "store" / "shared").iterdir()
    (shared / "support.o").unlink()
    built = await artifact(builder_in(tmp_path), GOOD + "// other\n")
    assert ctypes.CDLL(built.path).answer() == 42


def running() -> set[psutil.Process]:
    return set(psutil.Process().children(recursive=True))


async def test_cancelling_ends_the_compiler_and_leaves_nothing(
    builder: StoreBuilder, tmp_path: Path
) -> None:
    await artifact(builder, GOOD)
    before = running()
    task = asyncio.create_task(build(builder, ENDLESS, SmallC(flags=("-fmax-include-depth=999",))))
    while not (started := running() - before):
        assert not task.done()
        await asyncio.sleep(0)
    assert builder.busy
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not psutil.wait_procs(started, timeout=5)[1]
    assert not builder.busy
    assert not list((tmp_path / "work").iterdir())


async def test_the_callers_environment_does_not_leak_in(tmp_path: Path) -> None:
    poisoned = builder_in(tmp_path, C_INCLUDE_PATH="/nowhere", CFLAGS="-bad", LANG="de_DE.UTF-8")
    failed = await build(poisoned, "int answer(void) { return x; }\n")
    assert isinstance(failed, CompileFailed)
    assert "undeclared" in failed.messages[0].text
