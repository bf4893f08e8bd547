"""workspace/configuration and didChangeConfiguration: the section `lspJudge`."""

import asyncio
import logging

from lsprotocol import types

from lsp_judge.server import runs
from lsp_judge.server.server import JudgeServer
from lsp_judge.server.settings import SECTION, Settings, decode, restrained

# A client that never answers must not keep anybody from judging.
ANSWER_SECONDS = 3.0

logger = logging.getLogger(__name__)


def register(server: JudgeServer) -> None:
    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def did_change(params: types.DidChangeConfigurationParams) -> None:
        """Some clients send the settings along, others want to be asked."""
        pushed = params.settings.get(SECTION) if isinstance(params.settings, dict) else None
        server.configured.clear()
        server.spawn(configure(server, pushed), "settings")


def listen(server: JudgeServer) -> None:
    """Ask to be told of changes, where the client wants to be asked for that."""
    workspace = server.client_capabilities.workspace
    changes = workspace.did_change_configuration if workspace is not None else None
    if changes is None or not changes.dynamic_registration:
        return
    options = types.DidChangeConfigurationRegistrationOptions(section=SECTION)
    registration = types.Registration(
        "lsp-judge-settings", types.WORKSPACE_DID_CHANGE_CONFIGURATION, options
    )
    server.client_register_capability(types.RegistrationParams([registration]))


async def configure(server: JudgeServer, pushed: object = None) -> None:
    """Decode and apply the settings, and open the judge with them where that changes it."""
    server.configurings += 1
    mine = server.configurings
    raw = pushed if pushed is not None else await _asked(server)
    if mine != server.configurings:
        return  # Newer settings came while the client looked up these.
    settings, complaints = decode(raw, server.base_settings)
    for complaint in complaints:
        server.tell(types.MessageType.Warning, complaint)
    before, server.settings = server.settings, restrained(settings, server.base_settings)
    await server.solvers.close()
    if not server.opened.started:
        await server.opened.open(server.group, server.settings)
    elif _opens_anew(before, server.settings):
        for session in server.sessions.values():
            runs.cancel(server, session)
        server.explorer.runner.abort()
        await server.scheduler.idle()
        await server.opened.open(server.group, server.settings)
    server.solvers.start()
    server.configured.set()
    server.refresh()


async def _asked(server: JudgeServer) -> object:
    workspace = server.client_capabilities.workspace
    if workspace is None or not workspace.configuration:
        return None
    item = types.ConfigurationItem(section=SECTION)
    asking = server.workspace_configuration_async(types.ConfigurationParams([item]))
    try:
        answer = await asyncio.wait_for(asking, ANSWER_SECONDS)
    except Exception as error:
        logger.warning("the client did not tell its settings: %r", error)
        return None
    return answer[0] if answer else None


def _opens_anew(before: Settings, now: Settings) -> bool:
    """Whether the judge has to be made again: all that it was made with."""
    return _made_with(before) != _made_with(now)


def _made_with(settings: Settings) -> tuple[object, ...]:
    return settings.toolchain, settings.catalogues, settings.languages, settings.build_seconds
