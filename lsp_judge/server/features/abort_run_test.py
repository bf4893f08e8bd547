"""experimental/abortRunTest: stop every run that the client asked for."""

from typing import Any

from lsp_judge.server.server import JudgeServer


def register(server: JudgeServer) -> None:
    @server.feature("experimental/abortRunTest")
    def abort_run_test(_: Any) -> None:
        server.explorer.runner.abort()
