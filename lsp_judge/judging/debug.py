"""What a debugger has to start to stop in one case of a solution."""

from __future__ import annotations

import asyncio
import hashlib
import json
from pathlib import Path

import msgspec
from msgspec import Struct

import lsp_judge
from lsp_judge.judging.memory import Memory
from lsp_judge.judging.plan import Plan
from lsp_judge.model.build import Artifact, ArtifactKind, BuildRequest, CompileFailed, Profile
from lsp_judge.model.errors import BadUsage
from lsp_judge.model.source import Document, Shape, SourceMessage
from lsp_judge.model.verdict import Mode
from lsp_judge.toolchains.base import Builder

_NAMESPACE = "debugged"
# What a build for a debugger looks for before anything of the solution's runs.
_INPUT = "JUDGE_INPUT"


class DebugTarget(Struct, frozen=True):
    """`program` is an executable, or a script for `debugpy`. What it reads is the file `stdin`,
    which it opens by itself: `env` or `args` name it, for not every debugger can redirect. A
    script that is given it by `args` has None there."""

    debugger: str
    name: str
    program: str
    args: tuple[str, ...]
    cwd: str
    env: dict[str, str]
    stdin: str | None


async def debug_target(plan: Plan, builder: Builder, memory: Memory) -> DebugTarget:
    """Build the one case of `plan` for a debugger. Raises JudgeError, BadUsage among them."""
    context = plan.context
    debugging = context.language.debugging()
    if debugging.debugger is None:
        raise BadUsage(debugging.why)
    path = Path(context.document.path)
    if not await asyncio.to_thread(path.is_file):
        raise BadUsage(f"{path.name} is not on the disk, where a debugger looks for it: save it.")
    artifact = await _built(plan, builder)
    case, data = plan.bound.cases[0], plan.bound.inputs[0]
    target = DebugTarget(
        debugger=debugging.debugger,
        name=f"{path.name}: case {case.id}",
        program=artifact.path,
        args=(),
        cwd=str(path.parent),
        env={},
        stdin=None,
    )
    kept = await asyncio.to_thread(_keep, memory, _input(artifact, plan, data))
    if artifact.kind is not ArtifactKind.SCRIPT:
        return msgspec.structs.replace(target, env={_INPUT: kept}, stdin=kept)
    program = str(Path(artifact.path) / "step.py")
    library = str(Path(lsp_judge.__file__).parent.parent)
    return msgspec.structs.replace(target, program=program, args=(kept, library))


async def _built(plan: Plan, builder: Builder) -> Artifact:
    context = plan.context
    request = BuildRequest(
        context.document,
        Mode.NATIVE,
        context.problem.shape,
        context.chosen.entry,
        context.chosen.signature,
        profile=Profile.STEP,
    )
    built = await builder.build(context.language, request, lambda text: None)
    if isinstance(built, CompileFailed):
        built = built.messages[0]
    if isinstance(built, SourceMessage):
        raise BadUsage(f"It does not compile: {_placed(built, context.document)}")
    return built


def _placed(message: SourceMessage, document: Document) -> str:
    if message.span is None:
        return message.text
    return f"{Path(document.path).name}:{message.span.start.line + 1}: {message.text}"


def _input(artifact: Artifact, plan: Plan, data: bytes) -> bytes:
    """As a program reads it; a script is given what any interpreter can read."""
    if artifact.kind is not ArtifactKind.SCRIPT or plan.context.problem.shape is Shape.STDIO:
        return data
    return json.dumps(msgspec.msgpack.decode(data)).encode()


def _keep(memory: Memory, data: bytes) -> str:
    key = hashlib.blake2b(data, digest_size=20).hexdigest()
    if (known := memory.get_path(_NAMESPACE, key)) is not None:
        return str(known)
    memory.put_bytes(_NAMESPACE, key, data)
    found = memory.get_path(_NAMESPACE, key)
    if found is None:
        raise BadUsage("The case's input cannot be kept on the disk.")
    return str(found)
