"""Which builds are the same, wherever the compiler lies."""

from __future__ import annotations

import msgspec
from small import ENTRY, SmallC, document

from lsp_judge.model.build import BuildPlan, BuildRequest, Tool
from lsp_judge.model.source import Shape
from lsp_judge.model.verdict import Mode
from lsp_judge.toolchains.keys import artifact_key, step_keys

HERE = Tool("cc", "zig", ("/here/ziglang/zig", "cc"), "zig 0.15.2", "wheel")
THERE = msgspec.structs.replace(HERE, command=("/there/ziglang/zig", "cc"))


def plan() -> BuildPlan:
    request = BuildRequest(document("int answer(void);"), Mode.NATIVE, Shape.FUNCTION, ENTRY, None)
    made = SmallC().plan(msgspec.structs.replace(request, tools={"cc": HERE}))
    assert isinstance(made, BuildPlan)
    return made


def key(tool: Tool) -> str:
    return artifact_key(plan(), {"cc": tool}, "c", Mode.NATIVE)


def test_a_wheel_in_another_environment_builds_the_same() -> None:
    assert key(HERE) == key(THERE)
    assert key(HERE) != key(msgspec.structs.replace(HERE, version="zig 0.15.3"))
    assert key(HERE) != key(msgspec.structs.replace(HERE, command=("/here/ziglang/zig", "c++")))


def test_a_compiler_of_a_person_s_own_is_known_by_its_place() -> None:
    here, there = (msgspec.structs.replace(tool, origin="path") for tool in (HERE, THERE))
    assert len({key(here), key(there), key(HERE)}) == 3


def test_what_is_prepared_for_a_compiler_is_for_its_place() -> None:
    """Precompiled headers name the compiler's own headers by their paths."""
    here, there = (step_keys(plan(), {"cc": tool}) for tool in (HERE, THERE))
    assert here.keys() == there.keys()
    assert all(here[name] != there[name] for name in here)
