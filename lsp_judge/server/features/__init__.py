"""One file a method; each file's `register` puts its handler on a server."""

from lsp_judge.server.features import (
    abort_run_test,
    begin_commands,
    cancel_progress,
    code_action,
    code_lens,
    configuration,
    debug_command,
    did_change,
    did_close,
    did_open,
    did_save,
    discover_test,
    edit_commands,
    execute_command,
    hover,
    initialize,
    initialized,
    inlay_hint,
    run_test,
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
        discover_test,
        run_test,
        abort_run_test,
        begin_commands,
        edit_commands,
        debug_command,
    ):
        feature.register(server)
