"""The composition root: the one place where every part is made and handed to the others."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from lsp_judge.judging.judge import Judge
from lsp_judge.judging.memory import Forgetful
from lsp_judge.judging.plan import Sources
from lsp_judge.languages.registry import Languages, installed_languages
from lsp_judge.model.build import Options
from lsp_judge.model.target import Target
from lsp_judge.model.verdict import Mode
from lsp_judge.problems.base import Source
from lsp_judge.problems.catalogue import catalogue_root
from lsp_judge.problems.locate import sources
from lsp_judge.problems.package_cache import PackageCache
from lsp_judge.runtimes.base import Runtime
from lsp_judge.runtimes.native import NativeRuntime
from lsp_judge.runtimes.python_image import is_prepared, prepare
from lsp_judge.runtimes.validator import PythonValidator
from lsp_judge.runtimes.wasm import WasmRuntime
from lsp_judge.runtimes.zygote import Zygote
from lsp_judge.server.settings import GO_WASM, Settings
from lsp_judge.toolchains.build import LIMIT_S, StoreBuilder
from lsp_judge.toolchains.find import ToolFinder
from lsp_judge.toolchains.folders import cache_root
from lsp_judge.toolchains.launcher import launcher
from lsp_judge.toolchains.setup import SetupTask, build_tasks, target_tasks
from lsp_judge.toolchains.store import Store

if TYPE_CHECKING:
    from lsp_judge.packs.archive import Pack


@dataclass(frozen=True)
class Parts:
    """Everything that a command may need, wired together."""

    languages: Languages
    sources: Sources
    finder: ToolFinder
    store: Store
    builder: StoreBuilder
    wasm: WasmRuntime
    runtimes: Mapping[Mode, Runtime]
    judge: Judge

    def judge_of(self, pack: Pack) -> Judge:
        """A judge of this pack alone. It shares the runtimes, which the other one closes."""
        from lsp_judge.packs.judged import PackBuilder, PackPlanner

        return Judge(
            languages=self.languages,
            sources=self.sources,
            builder=PackBuilder(pack, self.store),
            runtimes=self.runtimes,
            memory=Forgetful(),
            validator=PythonValidator(),
            planner=PackPlanner(pack, self.languages, self.sources),
        )

    def setup_tasks(self) -> list[SetupTask]:
        """What `setup` prepares, in the order in which most people need it."""
        languages = sorted(self.languages, key=lambda language: language.id != "go")
        tasks = build_tasks(languages, self.builder, self.finder, self.store)
        return [*tasks, self._python_task()]

    def target_tasks(self, targets: Sequence[Target]) -> list[SetupTask]:
        """What `setup --targets` prepares: building for other platforms."""
        languages = list(self.languages)
        return target_tasks(languages, self.builder, self.finder, self.store, targets)

    def _python_task(self) -> SetupTask:
        async def run() -> None:
            await prepare_python(self.finder, self.store, self.wasm)

        def is_done() -> bool:
            tool = self.finder.look("python-wasi").tool
            return tool is not None and is_prepared(tool, image_folder(self.store))

        return SetupTask("python-wasm", "python", "Python, wasm", 65, is_done, run)


@asynccontextmanager
async def opened(
    environment: Mapping[str, str],
    toolchain: Mapping[str, str],
    catalogues: Sequence[str] = (),
    options: Mapping[str, Options] | None = None,
    build_seconds: float = LIMIT_S,
) -> AsyncIterator[Parts]:
    """All parts for one settings; leaving ends every process of theirs and waits for it.

    `toolchain` maps tools' names to paths, `catalogues` are folders of packages asked before
    the one that ships, `options` how each language (by id) is built, in at most `build_seconds`.
    """
    store = Store(cache_root(environment))
    chosen = {f"toolchain.{name}": path for name, path in toolchain.items()}
    finder = ToolFinder(chosen, environment)
    builder = StoreBuilder(finder, store, environment, options=options, limit_s=build_seconds)
    languages = installed_languages()
    folders = [*(Path(os.path.expanduser(folder)) for folder in catalogues), catalogue_root()]
    zygote = Zygote()
    packages = PackageCache()

    async def python_image() -> Path:
        return await prepare_python(finder, store, wasm)

    async def started_by() -> Path | None:
        return await launcher(builder, finder)

    def sources_for(explicit: str | None) -> Sequence[Source]:
        return sources(folders, explicit, packages.load)

    wasm = WasmRuntime(zygote, store.root / "store" / "modules", python_image)
    runtimes: dict[Mode, Runtime] = {
        Mode.WASM: wasm,
        Mode.NATIVE: NativeRuntime(zygote, started_by),
    }
    judge = Judge(
        languages=languages,
        sources=sources_for,
        builder=builder,
        runtimes=runtimes,
        memory=store,
        validator=PythonValidator(),
    )
    try:
        yield Parts(languages, sources_for, finder, store, builder, wasm, runtimes, judge)
    finally:
        await judge.close()


def opened_with(
    environment: Mapping[str, str], settings: Settings
) -> AbstractAsyncContextManager[Parts]:
    """All parts as a person's settings ask for them."""
    options = {
        language: Options(own.standard, own.optimize, tuple(own.flags))
        for language, own in settings.languages.items()
    }
    toolchain = dict(settings.toolchain)
    if (compiler := toolchain.pop(GO_WASM, "auto")) == "tinygo":
        options["go"] = msgspec.structs.replace(
            options.get("go", Options()), wasm_compiler=compiler
        )
    return opened(environment, toolchain, settings.catalogues, options, settings.build_seconds)


def open_judge(
    environment: Mapping[str, str],
) -> Callable[[Settings], AbstractAsyncContextManager[Judge]]:
    """For the server: opens a judge when the editor's settings are known."""

    @asynccontextmanager
    async def open_with(settings: Settings) -> AsyncIterator[Judge]:
        async with opened_with(environment, settings) as parts:
            yield parts.judge

    return open_with


async def prepare_python(finder: ToolFinder, store: Store, wasm: WasmRuntime) -> Path:
    """The compiled CPython of the wasm mode; about a minute when it is made, else cheap."""
    return await prepare(finder.find("python-wasi"), image_folder(store), wasm.compile)


def image_folder(store: Store) -> Path:
    """Beside the store and not in it: half a gigabyte that cleaning up must not take."""
    return store.root / "python"
