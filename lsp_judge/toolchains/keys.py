"""Content addresses. A key covers everything that shapes what it names, and nothing else."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping

import msgspec

from lsp_judge.model.build import ABI_VERSION, BuildPlan, Step, Tool
from lsp_judge.model.verdict import Mode

# Raise it when the way in which steps are run changes what comes out of them.
_RECIPE = 1


def key_of(*parts: object) -> str:
    """The content address of structured data: 40 hexadecimal digits.

    The parts are encoded as MessagePack, in which lengths and types are explicit: no two
    different tuples give the same bytes, as joined strings would.
    """
    encoded = msgspec.msgpack.Encoder(order="deterministic").encode(parts)
    return hashlib.blake2b(encoded, digest_size=20).hexdigest()


def step_keys(plan: BuildPlan, tools: Mapping[str, Tool]) -> dict[str, str]:
    """The key of every step: its command, its inputs' bytes and the keys of what it needs.

    Arguments count as they are in the plan, with `{step:NAME}` unexpanded, so that the place
    of the cache shapes nothing. The place of the tool does: a precompiled header names the
    compiler's own headers.
    """
    return _step_keys(plan, tools, installation)


def _step_keys(
    plan: BuildPlan, tools: Mapping[str, Tool], named: Callable[[Tool], tuple[str, ...]]
) -> dict[str, str]:
    contents = _digests(plan.files)
    keys: dict[str, str] = {}
    for step in plan.steps:
        keys[step.name] = _step_key(step, named(tools[step.tool]), contents, keys)
    return keys


def _step_key(
    step: Step, tool: tuple[str, ...], contents: Mapping[str, bytes], keys: Mapping[str, str]
) -> str:
    return key_of(
        _RECIPE,
        ABI_VERSION,
        tool,
        step.arguments,
        step.environment,
        [(name, contents[name]) for name in step.inputs],
        step.outputs,
        [keys[name] for name in step.needs],
    )


def artifact_key(plan: BuildPlan, tools: Mapping[str, Tool], language: str, mode: Mode) -> str:
    """The key of what a plan builds. A script has no steps: its files and tools are it.

    The same wheel in another environment builds the same.
    """
    return key_of(
        _RECIPE,
        ABI_VERSION,
        language,
        mode,
        plan.kind,
        plan.artifact,
        {name: identity(tool) for name, tool in tools.items()},
        _step_keys(plan, tools, identity),
        {} if plan.steps else _digests(plan.files),
    )


def identity(tool: Tool) -> tuple[str, ...]:
    """What makes two tools the same for an artifact: of a wheel its version, else the place as
    well, since a person may build a compiler of their own twice."""
    place, *arguments = tool.command
    kept = os.path.basename(place) if tool.origin == "wheel" else place
    return (tool.name, tool.flavour, tool.version, kept, *arguments)


def installation(tool: Tool) -> tuple[str, ...]:
    """What makes two tools the same for what is prepared for them, and may hold the place of
    their library."""
    place, *arguments = tool.command
    return (tool.name, tool.flavour, tool.version, *(tool.library or (place,)), *arguments)


def _digests(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: hashlib.blake2b(data, digest_size=20).digest() for name, data in files.items()}
