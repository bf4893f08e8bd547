"""TinyGo, which makes small wasm modules: chosen by a setting, never by itself.

It is another compiler with a runtime of its own: panics end the module where Go would tell its
stack, old versions know no `recover`, and not every package of the standard library builds.
"""

from __future__ import annotations

import os

from lsp_judge.model.build import ArtifactKind, BuildRequest, Options, Profile, Step
from lsp_judge.model.errors import ToolMissing
from lsp_judge.model.verdict import Mode

NAME = "tinygo"


def is_chosen(mode: Mode, options: Options) -> bool:
    return mode is Mode.WASM and options.wasm_compiler == NAME


def step(kind: ArtifactKind, request: BuildRequest, files: tuple[str, ...], artifact: str) -> Step:
    """Raises ToolMissing where it is not installed."""
    tools = request.tools
    if NAME not in tools:
        raise ToolMissing(
            "The setting toolchain.go.wasm asks for TinyGo, which is not installed.",
            "Install it from tinygo.org, or set toolchain.go.wasm to go.",
        )
    packed = request.profile is Profile.PACK
    level = ("-opt=z", "-no-debug") if packed else ("-opt=2",)
    reactor = ("-buildmode=c-shared",) if kind is ArtifactKind.REACTOR else ()
    # It asks the go command for packages, which it looks for in Go's own folder.
    root = os.path.dirname(os.path.dirname(os.path.realpath(tools["go"].command[0])))
    return Step(
        name="build",
        tool=NAME,
        arguments=("build", "-target=wasip1", *reactor, *level, "-o", artifact, "."),
        inputs=files,
        outputs=(artifact,),
        environment=(("GOENV", "off"), ("GOFLAGS", ""), ("GOWORK", "off"), ("GOROOT", root)),
    )
