"""Libraries that come with Python for wasm, beyond the standard one."""

from __future__ import annotations

from script_kit import Scripts, values

from lsp_judge.model.verdict import Mode

GRAPH = """import networkx

class Solution:
    def f(self, n: int) -> int:
        return networkx.path_graph(n).number_of_edges()
"""


async def test_a_library_so_large_that_memory_grows_while_it_is_read(scripts: Scripts) -> None:
    assert values(await scripts.call(Mode.WASM, GRAPH, [5])) == [4]
