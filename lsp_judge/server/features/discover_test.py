"""experimental/discoverTest: the tree of tests, or one item with what is below it."""

from typing import Any

from msgspec import Struct

from lsp_judge.server.arguments import decoded, for_people
from lsp_judge.server.server import JudgeServer


class Params(Struct, frozen=True, rename="camel"):
    test_id: str | None = None


def register(server: JudgeServer) -> None:
    @server.feature("experimental/discoverTest")
    async def discover_test(given: Any) -> Any:
        with for_people():
            return await server.explorer.discover(decoded(given, Params).test_id)
