"""A client of the Debug Adapter Protocol: what an editor's debugger view does, no more.

The adapter speaks over its stdin and stdout. Nothing sleeps: a test waits for a message.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

PATIENCE = 60.0

Message = dict[str, Any]


class Adapter:
    """One debugging. Made by `adapter`; `printed` has what the program wrote so far."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.printed = {"stdout": "", "stderr": ""}
        self._process = process
        self._last = 0
        self._thread = 0

    async def launch(self, configuration: Message, file: Path, line: int) -> Message:
        """Start with one breakpoint; the topmost frame where it stopped."""
        await self.ask("initialize", adapterID="test", pathFormat="path")
        # The answer comes behind `configurationDone`, so nobody waits for it.
        self._send("launch", configuration)
        await self._event("initialized")
        places = [{"line": line}]
        found = await self.ask("setBreakpoints", source={"path": str(file)}, breakpoints=places)
        assert [each["verified"] for each in found["breakpoints"]] == [True], found
        self._send("configurationDone", {})
        stopped = await self._event("stopped")
        self._thread = stopped["threadId"]
        frame: Message = (await self.ask("stackTrace", threadId=self._thread))["stackFrames"][0]
        return frame

    async def variables(self, frame: Message) -> dict[str, str]:
        """The values of the frame's own names."""
        [scope, *_] = (await self.ask("scopes", frameId=frame["id"]))["scopes"]
        held = await self.ask("variables", variablesReference=scope["variablesReference"])
        return {each["name"]: each["value"] for each in held["variables"]}

    async def go_on(self) -> int:
        """Run to the end of the program; its exit status."""
        self._send("continue", {"threadId": self._thread})
        status: int = (await self._event("exited"))["exitCode"]
        await self._event("terminated")
        return status

    async def ask(self, command: str, **arguments: object) -> Any:
        self._send(command, arguments)
        answer = await self._until(lambda each: each.get("request_seq") == self._last)
        assert answer["success"], answer
        return answer.get("body")

    async def _event(self, name: str) -> Any:
        return (await self._until(lambda each: each.get("event") == name)).get("body")

    def _send(self, command: str, arguments: Message) -> None:
        self._last += 1
        message = {"seq": self._last, "type": "request", "command": command}
        body = json.dumps({**message, "arguments": arguments}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    async def _until(self, wanted: Callable[[Message], bool]) -> Message:
        async with asyncio.timeout(PATIENCE):
            while True:
                message = await self._read()
                if message.get("event") == "output":
                    category = message["body"].get("category", "console")
                    if category in self.printed:
                        self.printed[category] += message["body"]["output"]
                assert message.get("success", True), message
                if wanted(message):
                    return message

    async def _read(self) -> Message:
        stream = self._process.stdout
        assert stream is not None
        head = await stream.readuntil(b"\r\n\r\n")
        length = next(each for each in head.split(b"\r\n") if each.startswith(b"Content-Length"))
        message: Message = json.loads(await stream.readexactly(int(length.split(b":")[1])))
        return message


@asynccontextmanager
async def adapter(command: Sequence[str]) -> AsyncIterator[Adapter]:
    """The started adapter, which is told to end and is waited for: it ends with its stdin."""
    process = await asyncio.create_subprocess_exec(
        *command, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    one = Adapter(process)
    try:
        yield one
        await one.ask("disconnect", terminateDebuggee=True)
        assert process.stdin is not None
        process.stdin.close()
        async with asyncio.timeout(PATIENCE):
            await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
