"""experimental/discoverTest: the tree of tests, or one item with what is below it."""

from typing import Any

from msgspec import Struct
from pygls.exceptions import JsonRpcInvalidParams

from lsp_judge.server.arguments import decoded
from lsp_judge.server.server import JudgeServer


class Params(Struct, frozen=True, rename="camel"):
    test_id: str | None = None


def register(server: JudgeServer) -> None:
    @server.feature("experimental/discoverTest")
    async def discover_test(given: Any) -> Any:
        test = decoded(given, Params).test_id
        found = await server.explorer.discover(test)
        if found is None:
            raise JsonRpcInvalidParams(f"there is no test {test}")
        return found
