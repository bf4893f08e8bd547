"""textDocument/codeAction: the lenses' commands, for who works without lenses."""

from collections.abc import Sequence

from lsprotocol import types

from lsp_judge.server.convert import code_action as as_action
from lsp_judge.server.convert import command
from lsp_judge.server.findings import SOURCE
from lsp_judge.server.lenses import actions, further_actions
from lsp_judge.server.server import JudgeServer

KINDS = (types.CodeActionKind.Source, types.CodeActionKind.QuickFix)


def register(server: JudgeServer) -> None:
    options = types.CodeActionOptions(code_action_kinds=list(KINDS))

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)
    def code_action(
        params: types.CodeActionParams,
    ) -> Sequence[types.CodeAction | types.Command]:
        session = server.session(params.text_document.uri)
        if session is None:
            return []
        trusted = server.settings.trusted
        offered = [
            *actions(session, trusted=trusted),
            *further_actions(session, _lines(params.range), trusted=trusted),
        ]
        if not _takes_literals(server):
            return [command(each, session.uri) for each in offered]
        return [
            as_action(each, session.uri, kind)
            for kind in _kinds(params.context)
            for each in offered
        ]


def _lines(chosen: types.Range) -> range:
    return range(chosen.start.line, chosen.end.line + 1)


def _kinds(context: types.CodeActionContext) -> list[str]:
    """A quick fix where one of our diagnostics is meant, a source action elsewhere."""
    ours = any((each.source or "").startswith(SOURCE) for each in context.diagnostics)
    kind = types.CodeActionKind.QuickFix if ours else types.CodeActionKind.Source
    if not context.only:
        return [kind.value]
    wanted = [str(getattr(each, "value", each)) for each in context.only]
    return [each.value for each in KINDS if each.value in wanted]


def _takes_literals(server: JudgeServer) -> bool:
    document = server.client_capabilities.text_document
    action = document.code_action if document is not None else None
    return action is not None and action.code_action_literal_support is not None
