"""window/workDoneProgress/cancel: stop the run whose progress bar it is."""

from lsprotocol import types

from lsp_judge.server.server import JudgeServer


def register(server: JudgeServer) -> None:
    @server.feature(types.WINDOW_WORK_DONE_PROGRESS_CANCEL)
    def cancel_progress(params: types.WorkDoneProgressCancelParams) -> None:
        server.progresses.cancel(params.token)
