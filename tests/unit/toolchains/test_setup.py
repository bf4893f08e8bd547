"""The set-up: what is done is not done again, a failure does not stop the rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lsp_judge.languages.c.language import C
from lsp_judge.languages.registry import installed_languages
from lsp_judge.model.errors import JudgeError, ToolMissing
from lsp_judge.model.source import Document, Shape
from lsp_judge.model.verdict import Mode
from lsp_judge.toolchains.build import StoreBuilder
from lsp_judge.toolchains.find import ToolFinder
from lsp_judge.toolchains.samples import FUNCTION, STDIO
from lsp_judge.toolchains.setup import SetupTask, build_tasks, prepare
from lsp_judge.toolchains.store import Store


class Heard:
    """A progress that remembers."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def started(self, task: SetupTask) -> None:
        self.words.append(f"{task.name} started")

    def finished(self, task: SetupTask, error: JudgeError | None) -> None:
        self.words.append(f"{task.name} {'failed' if error else 'ready'}")


def native_c_tasks(cache: Path, path: str | None = None) -> list[SetupTask]:
    environment = {**os.environ, "LSP_JUDGE_CACHE_DIR": str(cache)}
    if path is not None:
        environment["PATH"] = path
    finder, store = ToolFinder({}, environment), Store(cache)
    tasks = build_tasks([C()], StoreBuilder(finder, store, environment), finder, store)
    return [task for task in tasks if Mode.NATIVE in task.name]


async def test_samples_are_built_and_marked_as_done(tmp_path: Path) -> None:
    tasks, heard = native_c_tasks(tmp_path), Heard()
    assert not any(task.is_done() for task in tasks)
    assert await prepare(tasks, heard) == []
    assert heard.words == [
        "c-native-function started",
        "c-native-function ready",
        "c-native-stdio started",
        "c-native-stdio ready",
    ]
    assert all(task.is_done() for task in native_c_tasks(tmp_path))


async def test_what_is_done_is_not_started_again(tmp_path: Path) -> None:
    await prepare(native_c_tasks(tmp_path), Heard())
    heard = Heard()
    await prepare(native_c_tasks(tmp_path), heard)
    assert heard.words == ["c-native-function ready", "c-native-stdio ready"]


async def test_every_failure_is_returned_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    heard = Heard()
    errors = await prepare(native_c_tasks(tmp_path, path=""), heard)
    assert [type(error) for error in errors] == [ToolMissing, ToolMissing]
    assert heard.words[1::2] == ["c-native-function failed", "c-native-stdio failed"]


@pytest.mark.parametrize("language_id", FUNCTION)
def test_samples_are_understood_by_their_languages(language_id: str) -> None:
    language = installed_languages().get(language_id)
    assert language is not None
    path = f"/solution{language.extensions[0]}"
    function = language.outline(Document(path, FUNCTION[language_id].encode()))
    assert [each.entry.name for each in function.candidates if each.signature] == ["prepare"]
    program = language.outline(Document(path, STDIO[language_id].encode()))
    assert program.main is not None
    assert program.main.shape is Shape.STDIO
