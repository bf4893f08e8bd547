"""An editor whose session ends in good order, or fails the test."""

import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from editor import Editor, Start, neovim_capabilities
from lsprotocol import types


@pytest.fixture
async def start(tmp_path: Path) -> AsyncIterator[Start]:
    """Starts editors; each is ended after the test."""
    editors: list[Editor] = []

    async def started(
        options: Any = None,
        capabilities: types.ClientCapabilities | None = None,
        environment: dict[str, str] | None = None,
    ) -> Editor:
        editor = Editor(tmp_path)
        editors.append(editor)
        env = {**os.environ, **(environment or {})}
        await editor.start(capabilities or neovim_capabilities(), options, env)
        return editor

    yield started
    for editor in editors:
        await editor.kill()


@pytest.fixture
async def editor(start: Start) -> AsyncIterator[Editor]:
    """A session with Neovim's capabilities; its end is asserted to be clean."""
    editor = await start()
    yield editor
    await editor.end()
