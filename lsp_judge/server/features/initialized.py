"""initialized: say what was wrong with the settings, ask for more of them, open the judge."""

from lsprotocol import types

from lsp_judge.server.features.configuration import configure, listen
from lsp_judge.server.server import JudgeServer
from lsp_judge.server.status import StatusWatcher


def register(server: JudgeServer) -> None:
    @server.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        for complaint in server.complaints:
            server.tell(types.MessageType.Warning, complaint)
        server.explorer.start()
        StatusWatcher(server).start()
        server.spawn(server.opened.preload(), "preload")
        listen(server)
        server.spawn(configure(server), "settings")
