"""experimental/runTest: judge what is named. Answered as soon as it is taken."""

from typing import Any

from msgspec import Struct
from pygls.exceptions import JsonRpcInvalidParams

from lsp_judge.server.arguments import decoded
from lsp_judge.server.explorer.explorer import EXPERIMENT
from lsp_judge.server.server import JudgeServer


class Params(Struct, frozen=True):
    include: list[str] | None = None
    exclude: list[str] | None = None


def register(server: JudgeServer) -> None:
    @server.feature("experimental/runTest")
    def run_test(given: Any) -> None:
        if not server.wants(EXPERIMENT):
            raise JsonRpcInvalidParams(f"capabilities.experimental.{EXPERIMENT} is not true")
        params = decoded(given, Params)
        include = None if params.include is None else frozenset(params.include)
        running = server.explorer.runner.run(include, frozenset(params.exclude or ()))
        server.spawn(running, "tests")
