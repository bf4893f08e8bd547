"""workspace/executeCommand: run, benchmark, cancel, and the report as data."""

from typing import Any

import msgspec
from msgspec import Struct
from pygls.exceptions import JsonRpcInvalidParams

from lsp_judge.model.report import RunOutput
from lsp_judge.model.verdict import ModeChoice
from lsp_judge.server import runs
from lsp_judge.server.convert import path_of
from lsp_judge.server.lenses import BENCH, CANCEL, REPORT, RUN, SANITIZE
from lsp_judge.server.server import JudgeServer
from lsp_judge.server.session import Session
from lsp_judge.server.solvers import COMMAND


class Arguments(Struct, frozen=True):
    """The one argument of every command; `mode` None is the setting."""

    uri: str
    mode: ModeChoice | None = None


def register(server: JudgeServer) -> None:
    @server.command(RUN)
    def run(*given: Any) -> None:
        session, arguments = _target(server, given)
        runs.judge(server, session, arguments.mode or server.settings.mode)

    @server.command(BENCH)
    def bench(*given: Any) -> None:
        session, _ = _target(server, given)
        runs.bench(server, session)

    @server.command(SANITIZE)
    def sanitize(*given: Any) -> None:
        """The case that fails, natively, under sanitizers."""
        session, _ = _target(server, given)
        runs.sanitize(server, session)

    @server.command(CANCEL)
    def cancel(*given: Any) -> None:
        """Of one document, or of all without an argument."""
        if not given:
            for each in server.sessions.values():
                runs.cancel(server, each)
            server.explorer.runner.abort()
            return
        runs.cancel(server, _target(server, given)[0])

    @server.command(COMMAND)
    def solvers(*_: Any) -> Any:
        """The solvers of the workspace, as `lsp-judge solvers` lists them."""
        return server.solvers.listing()

    @server.command(REPORT)
    def report(*given: Any) -> Any:
        """The latest report as `run --format json` prints it."""
        shown = _target(server, given)[0].shown
        reports = () if shown is None else (shown.report,)
        return msgspec.to_builtins(RunOutput(reports=reports))


def _target(server: JudgeServer, given: tuple[Any, ...]) -> tuple[Session, Arguments]:
    try:
        arguments = msgspec.convert(given[0] if given else None, Arguments)
    except msgspec.ValidationError as error:
        raise JsonRpcInvalidParams(f"expected [{{uri, mode}}]: {error}") from error
    session = server.session(arguments.uri)
    if session is None:
        raise JsonRpcInvalidParams(f"{path_of(arguments.uri, '')} is not open")
    return session, arguments
