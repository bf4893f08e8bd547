"""One file a method; each file's `register` puts its handler on a server."""

from lsp_judge.server.features import (
    cancel_progress,
    code_action,
    code_lens,
    configuration,
    did_change,
    did_close,
    did_open,
    did_save,
    execute_command,
    hover,
    initialize,
    initialized,
    inlay_hint,
)
from lsp_judge.server.server import JudgeServer


def register_features(server: JudgeServer) -> None:
    for feature in (
        initialize,
        initialized,
        configuration,
        did_open,
        did_change,
        did_save,
        did_close,
        code_lens,
        code_action,
        execute_command,
        hover,
        inlay_hint,
        cancel_progress,
    ):
        feature.register(server)
