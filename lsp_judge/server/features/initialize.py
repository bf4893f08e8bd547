"""initialize: take the settings that come with it."""

from lsprotocol import types

from lsp_judge.server.server import JudgeServer
from lsp_judge.server.settings import decode


def register(server: JudgeServer) -> None:
    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        settings, complaints = decode(params.initialization_options, server.settings)
        server.base_settings = server.settings = settings
        server.complaints = complaints
