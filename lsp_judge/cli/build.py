"""`lsp-judge build`: one solution, the artifacts of both modes, in a folder of the caller's."""

from __future__ import annotations

import asyncio
import os
import shutil
from pathlib import Path

from msgspec import Struct
from rich.console import Console

from lsp_judge.cli.compose import Parts, opened_with
from lsp_judge.cli.run import read
from lsp_judge.cli.show_report import show_report
from lsp_judge.cli.sizes import made_of
from lsp_judge.judging.plan import Plan, Planner
from lsp_judge.languages.base import Language
from lsp_judge.model.build import Artifact, ArtifactKind, BuildRequest, CompileFailed, Profile
from lsp_judge.model.errors import BadUsage
from lsp_judge.model.report import Judgement, Report
from lsp_judge.model.source import Document, Entry, SourceMessage
from lsp_judge.model.types import ClassSignature, Signature
from lsp_judge.model.verdict import Mode, ModeChoice, Verdict
from lsp_judge.server.settings import Settings
from lsp_judge.server.words import milliseconds, size

_MODES = {ModeChoice.WASM: (Mode.WASM,), ModeChoice.NATIVE: (Mode.NATIVE,)}


def build(
    file: Path,
    output: Path,
    mode: ModeChoice,
    problem: str | None,
    profile: Profile,
    settings: Settings,
) -> int:
    """Write `<name>.wasm` and `<name>.so` (or the like) to `output`; 1 where it does not compile.

    Raises JudgeError.
    """
    modes = _MODES.get(mode, tuple(Mode))
    if profile in (Profile.SANITIZE, Profile.STEP):
        modes = (Mode.NATIVE,)
    return asyncio.run(_build(read(file), output, modes, problem, profile, settings))


async def _build(
    document: Document,
    output: Path,
    modes: tuple[Mode, ...],
    problem: str | None,
    profile: Profile,
    settings: Settings,
) -> int:
    async with opened_with(os.environ, settings) as parts:
        wanted = wanted_of(parts, document, problem)
        requests = (request_of(document, wanted, mode, profile) for mode in modes)
        building = (parts.builder.build(wanted.language, request) for request in requests)
        results = await asyncio.gather(*building)
    built = [_finish(document, output, *each) for each in zip(modes, results, strict=True)]
    return 0 if all(built) else 1


class Wanted(Struct, frozen=True):
    """What is to be built of a file; `problem` is the id of what it answers, empty: none."""

    language: Language
    entry: Entry
    signature: Signature | ClassSignature | None
    problem: str = ""


def wanted_of(parts: Parts, document: Document, problem: str | None) -> Wanted:
    """The entry of the problem, or without one the only thing in the file that could be it."""
    plan = Planner(parts.languages, parts.sources).plan(document, problem, None)
    if isinstance(plan, Plan):
        chosen = plan.context.chosen
        name = plan.context.problem.id
        return Wanted(plan.context.language, chosen.entry, chosen.signature, name)
    language = parts.languages.of_path(document.path)
    outline = language.outline(document) if language is not None else None
    if language is not None and outline is not None:
        usable = [each for each in outline.candidates if each.signature is not None]
        if outline.main is not None:
            return Wanted(language, outline.main, None)
        if len(usable) == 1:
            return Wanted(language, usable[0].entry, usable[0].signature)
    raise BadUsage(" ".join(message.text for message in plan.messages))


def request_of(document: Document, wanted: Wanted, mode: Mode, profile: Profile) -> BuildRequest:
    entry = wanted.entry
    return BuildRequest(document, mode, entry.shape, entry, wanted.signature, profile=profile)


def _finish(
    document: Document,
    output: Path,
    mode: Mode,
    built: Artifact | CompileFailed | SourceMessage,
) -> bool:
    """Copy an artifact and say so, or print why there is none."""
    if isinstance(built, Artifact):
        target = _copy(built, output, Path(document.path).stem)
        cost = "kept" if built.cached else milliseconds(built.build_ms)
        print(f"{mode:<6}  {target}  {size(_bytes(target))}  {cost}")
        if parts := made_of(target):
            print(f"        {parts}")
        return True
    messages = built.messages if isinstance(built, CompileFailed) else (built,)
    failed = Judgement(mode=mode, verdict=Verdict.CE, messages=messages)
    report = Report(file=document.path, language="", judgements=(failed,))
    show_report(report, document, Console(stderr=True, highlight=False))
    return False


def _copy(artifact: Artifact, output: Path, stem: str) -> Path:
    output.mkdir(parents=True, exist_ok=True)
    source = Path(artifact.path)
    if artifact.kind is ArtifactKind.SCRIPT:
        target = output / f"{stem}-{artifact.mode}"
        shutil.copytree(source, target, dirs_exist_ok=True)
        return target
    target = output / f"{stem}{source.suffix}"
    shutil.copy(source, target)
    return target


def _bytes(target: Path) -> int:
    files = target.rglob("*") if target.is_dir() else [target]
    return sum(file.stat().st_size for file in files if file.is_file())
