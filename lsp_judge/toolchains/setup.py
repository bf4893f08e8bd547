"""What is prepared once a machine, as tasks with names and estimates.

First builds compile whole standard libraries (zig's libc and libc++ for wasm, Go's packages)
and precompile headers. They are done by building the smallest real solutions through the
ordinary builder, so what is prepared is exactly what a save needs.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from msgspec import Struct, structs

from lsp_judge.languages.base import Language
from lsp_judge.model.build import Artifact, BuildRequest, Profile
from lsp_judge.model.errors import JudgeError, ToolFailed
from lsp_judge.model.source import Document, Entry, Shape
from lsp_judge.model.target import HERE, Target
from lsp_judge.model.types import Signature
from lsp_judge.model.verdict import Mode
from lsp_judge.toolchains.base import Builder
from lsp_judge.toolchains.find import ToolFinder
from lsp_judge.toolchains.keys import installation, key_of
from lsp_judge.toolchains.samples import FUNCTIONS, PROGRAMS, SAMPLES, Sample
from lsp_judge.toolchains.store import Store
from lsp_judge.toolchains.zig_library import settled

_NAMESPACE = "setup"
# A C library for another platform, and the language's own for it.
_CROSS_S = 40

# Measured on two cores, in seconds, each after those above it.
_ESTIMATES = {
    ("go", Mode.WASM, "function"): 12,
    ("go", Mode.WASM, "stdio"): 1,
    ("go", Mode.NATIVE, "function"): 14,
    ("go", Mode.NATIVE, "stdio"): 9,
    ("c", Mode.WASM, "function"): 35,
    ("c", Mode.WASM, "stdio"): 1,
    ("c", Mode.NATIVE, "function"): 2,
    ("c", Mode.NATIVE, "stdio"): 1,
    ("cpp", Mode.WASM, "function"): 60,
    ("cpp", Mode.WASM, "stdio"): 1,
    ("cpp", Mode.WASM, "catching"): 50,
    ("cpp", Mode.NATIVE, "function"): 8,
    ("cpp", Mode.NATIVE, "stdio"): 1,
    ("cpp", Mode.NATIVE, "this"): 60,
    ("zig", Mode.WASM, "function"): 8,
    ("zig", Mode.NATIVE, "function"): 8,
}


class SetupTask(Struct, frozen=True):
    """One thing to prepare. `group` is a language's id; `seconds` a guess for two cores."""

    name: str
    group: str
    title: str
    seconds: float
    is_done: Callable[[], bool]
    run: Callable[[], Awaitable[None]]


class Progress(Protocol):
    """Hears of the tasks as they go."""

    def started(self, task: SetupTask) -> None: ...

    def finished(self, task: SetupTask, error: JudgeError | None) -> None: ...


async def prepare(tasks: Sequence[SetupTask], progress: Progress) -> list[JudgeError]:
    """Run the tasks that are not done, one after the other; a failure does not stop the rest.

    One at a time, because each of them keeps all cores busy by itself.
    """
    errors: list[JudgeError] = []
    for task in tasks:
        if task.is_done():
            progress.finished(task, None)
            continue
        progress.started(task)
        try:
            await task.run()
        except JudgeError as error:
            errors.append(error)
            progress.finished(task, error)
        else:
            progress.finished(task, None)
    return errors


def build_tasks(
    languages: Sequence[Language], builder: Builder, finder: ToolFinder, store: Store
) -> list[SetupTask]:
    """A task for every language that has a sample, every mode and every kind of sample."""
    return [
        _task(language, mode, sample, _Sampler(builder, finder, store))
        for language in languages
        for mode in Mode
        for sample in SAMPLES
        if language.id in sample.texts and mode in sample.modes
    ]


def target_tasks(
    languages: Sequence[Language],
    builder: Builder,
    finder: ToolFinder,
    store: Store,
    targets: Sequence[Target],
) -> list[SetupTask]:
    """A task for every language with a compiler for other platforms, and every target: a C
    library is compiled for each."""
    return [
        _task(language, Mode.NATIVE, sample, _Sampler(builder, finder, store, target))
        for language in languages
        for target in targets
        for sample in (FUNCTIONS, PROGRAMS)
        if "zig" in language.tools(Mode.NATIVE, target)
    ]


def _task(language: Language, mode: Mode, sample: Sample, sampler: _Sampler) -> SetupTask:
    place = sampler.target.name or str(mode)
    known = _ESTIMATES.get((language.id, mode, sample.name), 5)
    return SetupTask(
        name=f"{language.id}-{place}-{sample.name}",
        group=language.id,
        title=f"{language.title} {sample.title}, {place}",
        seconds=known if sampler.target == HERE else _CROSS_S,
        is_done=lambda: sampler.is_done(language, mode, sample),
        run=lambda: sampler.run(language, mode, sample),
    )


class _Sampler:
    """Builds samples and remembers, in the store, which of them were built. Those for another
    `target` are built as packs are."""

    def __init__(
        self, builder: Builder, finder: ToolFinder, store: Store, target: Target = HERE
    ) -> None:
        self.target = target
        self._builder = builder
        self._finder = finder
        self._store = store

    def is_done(self, language: Language, mode: Mode, sample: Sample) -> bool:
        try:
            key = self._key(language, mode, sample)
        except JudgeError:
            return False
        return self._store.get_path(_NAMESPACE, key) is not None

    async def run(self, language: Language, mode: Mode, sample: Sample) -> None:
        """Raises ToolMissing and ToolFailed."""
        key = self._key(language, mode, sample)
        # An artifact that is kept would make the compilers no warmer.
        document = _document(language, sample, f"{min(language.comments.line, key=len)} {key}\n")
        entry, signature = _entry(language, document, sample.shape)
        request = BuildRequest(document, mode, sample.shape, entry, signature)
        if self.target != HERE:
            request = structs.replace(request, target=self.target, profile=Profile.PACK)
        built = await self._builder.build(language, request)
        if not isinstance(built, Artifact):
            raise ToolFailed(f"The sample for {language.title} ({mode}) does not build: {built}")
        self._store.put_bytes(_NAMESPACE, key, b"")

    def _key(self, language: Language, mode: Mode, sample: Sample) -> str:
        other = self.target != HERE
        needed = language.tools(mode, self.target) if other else language.tools(mode)
        tools = {
            name: installation(settled(self._finder.find(name), self._store.root))
            for name in needed
        }
        parts = (_document(language, sample), mode, sample.shape, tools)
        return key_of(*parts, self.target) if other else key_of(*parts)


def _document(language: Language, sample: Sample, end: str = "") -> Document:
    text = f"{sample.texts[language.id]}\n{end}"
    return Document(f"/solution{language.extensions[0]}", text.encode())


def _entry(language: Language, document: Document, shape: Shape) -> tuple[Entry, Signature | None]:
    outline = language.outline(document)
    if shape is Shape.STDIO and outline.main is not None:
        return outline.main, None
    if not outline.candidates:
        raise ToolFailed(f"The sample for {language.title} is not understood.")
    return outline.candidates[0].entry, outline.candidates[0].signature
