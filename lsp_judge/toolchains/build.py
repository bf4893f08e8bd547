"""Builds artifacts: plans come from the languages, results from the store where it has them."""

from __future__ import annotations

import asyncio
import re
import signal
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from weakref import WeakValueDictionary

import msgspec
from msgspec import Struct

from lsp_judge.languages.base import Language
from lsp_judge.model.build import (
    Artifact,
    ArtifactKind,
    BuildPlan,
    BuildRequest,
    CompileFailed,
    Options,
    Profile,
    Tool,
)
from lsp_judge.model.errors import ToolFailed, ToolMissing, disk_failures
from lsp_judge.model.source import Document, Severity, SourceMessage
from lsp_judge.model.verdict import Mode
from lsp_judge.toolchains.confined import Confiner
from lsp_judge.toolchains.find import ToolFinder
from lsp_judge.toolchains.hindered import is_hindered
from lsp_judge.toolchains.keys import artifact_key, installation, key_of, step_keys
from lsp_judge.toolchains.process import Ceiling, Finished
from lsp_judge.toolchains.steps import FIRST_LIMIT_S, Steps, Vanished, Workshop
from lsp_judge.toolchains.store import Store
from lsp_judge.toolchains.zig_library import settled

_ARTIFACTS = "artifacts"
_WARM = "warm"
# What the build of one file may take. Real ones take a second, and half a gigabyte.
LIMIT_S = 60.0
_MEMORY_BYTES, _FILE_BYTES = 4 << 30, 1 << 30
# How compilers say that they had no more of it.
_EXHAUSTED = re.compile(
    r"out of memory|OutOfMemory|memory exhausted|Cannot allocate memory|bad_alloc"
    r"|(?:CPU time|File size) limit exceeded|file too large",
    re.IGNORECASE,
)
_EXHAUSTED_SIGNALS = (-signal.SIGXCPU, -signal.SIGXFSZ)
_ATTEMPTS = 3
_EXECUTED = (ArtifactKind.PLUGIN, ArtifactKind.EXECUTABLE, ArtifactKind.DRIVER)


class _Note(Struct, frozen=True):
    """What is kept beside an artifact: its warnings, and what its build cost."""

    build_ms: float
    messages: tuple[SourceMessage, ...]


class _Job(Struct, frozen=True):
    """One build on its way."""

    language: Language
    document: Document
    mode: Mode
    profile: Profile
    tools: dict[str, Tool]
    plan: BuildPlan
    key: str
    step_keys: dict[str, str]


def _job(
    language: Language, request: BuildRequest, tools: dict[str, Tool], plan: BuildPlan
) -> _Job:
    mode = request.mode
    keys, key = step_keys(plan, tools), artifact_key(plan, tools, language.id, mode)
    return _Job(language, request.document, mode, request.profile, tools, plan, key, keys)


class StoreBuilder:
    """A Builder whose results are kept in `store`; at most `jobs` compilers run at once.

    `environment` is the caller's (PATH, above all). The same build asked for twice at the same
    time is done once.
    """

    def __init__(
        self,
        finder: ToolFinder,
        store: Store,
        environment: Mapping[str, str],
        jobs: int = 2,
        options: Mapping[str, Options] | None = None,
        limit_s: float = LIMIT_S,
    ) -> None:
        """`options` are a person's, by the language's id; `limit_s` is what one step over the
        user's file may take, but for the first on a machine."""
        self._limit_s = limit_s
        self._finder = finder
        self._options = options or {}
        self._store = store
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._workshop = Workshop(
            store, environment, asyncio.Semaphore(jobs), self._lock, Confiner()
        )
        self._building = 0

    @property
    def busy(self) -> bool:
        """Whether a compiler is running, so that timings taken now mean little."""
        return self._building > 0

    async def build(
        self,
        language: Language,
        request: BuildRequest,
        say: Callable[[str], None] = lambda text: None,
    ) -> Artifact | CompileFailed | SourceMessage:
        """See `toolchains.base.Builder`."""
        options = self._options.get(language.id, Options())
        tools = await self._tools(language, request, options)
        plan = language.plan(msgspec.structs.replace(request, tools=tools, options=options))
        if isinstance(plan, SourceMessage):
            return plan
        built = await self._built(_job(language, request, tools, plan), say)
        other = plan.otherwise
        if isinstance(built, Artifact) or other is None or not re.search(other.where, built.text):
            return built
        with suppress(ToolFailed):
            second = await self._built(_job(language, request, tools, other.plan), say)
            return second if isinstance(second, Artifact) else built
        return built

    async def _built(self, job: _Job, say: Callable[[str], None]) -> Artifact | CompileFailed:
        """From the store, or made."""
        async with self._lock(job.key):
            with disk_failures():
                if (stored := self._stored(job)) is not None:
                    return stored
                if not self._is_warm(job):
                    what = f"{job.language.title} for {job.mode}"
                    say(f"preparing {what}: the first build on this machine")
                return await self._make(job)

    async def _tools(
        self, language: Language, request: BuildRequest, options: Options
    ) -> dict[str, Tool]:
        """All that are needed, and of those that are welcome the ones that are there."""
        mode, target = request.mode, request.target
        needed = language.tools(mode, target) if target.name else language.tools(mode)
        tools = {name: await self._tool(name) for name in needed}
        for name in language.welcome(mode, options):
            with suppress(ToolMissing):
                tools[name] = await self._tool(name)
        return tools

    async def shared(self, plan: BuildPlan, tools: Mapping[str, Tool]) -> Path:
        """Make what no byte of a user's shapes: the folder of the last of the plan's steps, all
        of which are shared. Raises ToolFailed and DiskFailed."""
        tools = {name: settled(tool, self._store.root) for name, tool in tools.items()}
        with disk_failures(), self._store.scratch() as scratch:
            steps = Steps(self._workshop, plan, tools, scratch)
            await steps.all_shared(step_keys(plan, tools))
            return steps.directories[plan.steps[-1].name]

    async def _tool(self, name: str) -> Tool:
        """A search may ask a compiler for its version, which would hold up the loop."""
        tool = self._finder.known(name)
        if tool is None:
            tool = await asyncio.to_thread(self._finder.find, name)
        return settled(tool, self._store.root)

    @asynccontextmanager
    async def _lock(self, key: str) -> AsyncIterator[None]:
        lock = self._locks.setdefault(key, asyncio.Lock())
        async with lock:
            yield

    def _stored(self, job: _Job) -> Artifact | None:
        found = self._store.get(_ARTIFACTS, job.key)
        if found is None:
            return None
        folder, note = found
        try:
            said = msgspec.json.decode(note, type=_Note)
        except msgspec.MsgspecError:  # another version of ours wrote it
            self._store.remove(_ARTIFACTS, job.key)
            return None
        return _artifact(job, folder, said, cached=True)

    async def _make(self, job: _Job) -> Artifact | CompileFailed:
        self._building += 1
        try:
            for attempt in range(_ATTEMPTS):
                with self._store.scratch() as scratch:
                    try:
                        return await self._make_in(job, scratch)
                    except (OSError, ToolFailed) as error:
                        if attempt == _ATTEMPTS - 1 or not _vanished(error, scratch):
                            raise
            raise AssertionError
        finally:
            self._building -= 1

    async def _make_in(self, job: _Job, scratch: Path) -> Artifact | CompileFailed:
        steps = Steps(self._workshop, job.plan, job.tools, scratch)
        done = await self._run(job, steps)
        if isinstance(done, CompileFailed):
            return done
        made = _gather(job.plan, steps, scratch)
        return await asyncio.to_thread(self._keep, job, made, done)

    async def _run(self, job: _Job, steps: Steps) -> _Note | CompileFailed:
        """All steps in order; what the user's own ones said and cost."""
        ceiling = self._ceiling(job)
        said: list[SourceMessage] = []
        spent_ms = 0.0
        await steps.all_shared(job.step_keys)
        for step in job.plan.steps:
            if step.shared:
                continue
            finished = await steps.own(step, ceiling)
            spent_ms += finished.elapsed_ms
            said += job.language.messages(finished.text, job.document)
            if finished.status != 0:
                tool = job.tools[step.tool]
                if (failed := _compile_failed(finished, said, spent_ms, tool)) is None:
                    raise steps.failure(step, finished)
                return failed
        return _Note(spent_ms, tuple(said))

    def _ceiling(self, job: _Job) -> Ceiling:
        limit_s = self._limit_s if self._is_warm(job) else FIRST_LIMIT_S
        return Ceiling(limit_s, int(4 * limit_s), _MEMORY_BYTES, _FILE_BYTES)

    def _keep(self, job: _Job, made: Path, note: _Note) -> Artifact:
        mode = 0o755 if job.plan.kind in _EXECUTED else 0o644
        folder = self._store.put(_ARTIFACTS, job.key, made, note, mode)
        if not self._is_warm(job):
            self._store.put_bytes(_WARM, _warm_key(job), b"")
        self._store.prune_if_due()
        return _artifact(job, folder, note, cached=False)

    def _is_warm(self, job: _Job) -> bool:
        """Whether these tools have built something for this mode here before."""
        return self._store.get_path(_WARM, _warm_key(job)) is not None


def _vanished(error: Exception, scratch: Path) -> bool:
    """Whether somebody else removed a part of the cache in the meantime, or all of it."""
    return isinstance(error, Vanished | FileNotFoundError) or not scratch.exists()


def _gather(plan: BuildPlan, steps: Steps, scratch: Path) -> Path:
    """The artifact alone, in a folder of its own: of all outputs the last step's named one."""
    made = scratch / "made"
    made.mkdir()
    if plan.steps:
        built = steps.directories[plan.steps[-1].name] / plan.artifact
        (made / plan.artifact).parent.mkdir(parents=True, exist_ok=True)
        built.rename(made / plan.artifact)
        return made
    for name, data in plan.files.items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_bytes(data)
    return made


def _artifact(job: _Job, folder: Path, note: _Note, *, cached: bool) -> Artifact:
    return Artifact(
        mode=job.mode,
        kind=job.plan.kind,
        path=str(folder / job.plan.artifact if job.plan.steps else folder),
        key=job.key,
        language=job.language.id,
        build_ms=note.build_ms,
        cached=cached,
        messages=note.messages,
        profile=job.profile,
    )


def _compile_failed(
    finished: Finished, said: list[SourceMessage], spent_ms: float, tool: Tool
) -> CompileFailed | None:
    """The user's failure, errors first; None where the compiler found no error in the file, and
    did not fail by what the file asks of it."""
    errors = [message for message in said if message.severity is Severity.ERROR]
    if is_hindered(finished.text):
        return None
    if how := _exhausted(finished):
        text = f"this file asks too much of the compiler: {tool.name} {how}"
        errors.insert(0, SourceMessage(Severity.ERROR, text, None))
    if not errors:
        return None
    others = [message for message in said if message.severity is not Severity.ERROR]
    return CompileFailed((*errors, *others), finished.text, spent_ms)


def _exhausted(finished: Finished) -> str:
    """In which limit the compiler ended, as the end of a sentence; empty: in none."""
    if finished.status is None:
        return finished.stopped
    if finished.status in _EXHAUSTED_SIGNALS:
        return f"was ended by {signal.Signals(-finished.status).name}"
    if finished.status != 0 and (found := _EXHAUSTED.search(finished.text)):
        return f"ended with: {found[0]}"
    return ""


def _warm_key(job: _Job) -> str:
    """By the arguments too: zig builds its libraries anew for other features of a target."""
    tools = {name: installation(tool) for name, tool in job.tools.items()}
    arguments = [step.arguments for step in job.plan.steps if not step.shared]
    return key_of(job.language.id, job.mode, job.plan.kind, tools, arguments)
