"""workspace/executeCommand: the problems that are known, and a file to begin a solution with."""

import asyncio
from typing import Any

from msgspec import Struct, to_builtins

from lsp_judge.server.arguments import decoded, for_people, only
from lsp_judge.server.server import JudgeServer


class Wanted(Struct, frozen=True):
    problem: str
    language: str


def register(server: JudgeServer) -> None:
    @server.command("lspJudge.problems")
    async def problems(*_: Any) -> Any:
        with for_people():
            judge = await server.opened.judge()
            return to_builtins(await asyncio.to_thread(judge.desk.beginnings))

    @server.command("lspJudge.newSolution")
    async def new_solution(*given: Any) -> Any:
        wanted = decoded(only(given), Wanted)
        with for_people():
            judge = await server.opened.judge()
            begin = judge.desk.begin
            return to_builtins(await asyncio.to_thread(begin, wanted.problem, wanted.language))
