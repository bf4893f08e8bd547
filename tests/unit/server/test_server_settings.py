"""Settings are not trusted until they are decoded, and an untrusted workspace sets none to its
own good."""

from typing import Any

import pytest

from lsp_judge.model.verdict import ModeChoice
from lsp_judge.server.settings import Settings, decode, restrained


def test_what_is_set_is_taken_and_the_rest_stays() -> None:
    base = Settings(catalogues=["/problems"])
    raw = {"mode": "auto", "judgeOnSave": False, "toolchain": {"go": "/opt/go"}}
    settings, complaints = decode(raw, base)
    assert complaints == ()
    assert settings.mode is ModeChoice.AUTO
    assert not settings.judge_on_save
    assert settings.toolchain == {"go": "/opt/go"}
    assert settings.catalogues == ["/problems"]


@pytest.mark.parametrize(
    ("raw", "part"),
    [
        ({"mode": "fast"}, "lspJudge.mode: invalid enum value 'fast'; using \"both\""),
        ({"trusted": "no"}, "lspJudge.trusted: expected `bool`, got `str`; using true"),
        ({"toolchain": {"go": 3}}, "lspJudge.toolchain: expected `str`, got `int`"),
        ({"mdoe": "wasm"}, "lspJudge.mdoe is no setting; known are mode, trusted"),
        (["wasm"], "lspJudge: expected an object, got list"),
    ],
)
def test_a_bad_value_is_named_and_its_default_kept(raw: Any, part: str) -> None:
    settings, [complaint] = decode(raw, Settings())
    assert settings == Settings()
    assert part in complaint


def test_nothing_said_changes_nothing() -> None:
    assert decode(None, Settings(mode=ModeChoice.WASM)) == (Settings(mode=ModeChoice.WASM), ())


def test_an_untrusted_workspace_gives_itself_neither_trust_nor_programs() -> None:
    editors_own = Settings(trusted=False, toolchain={"go": "/usr/bin/go"})
    workspace = Settings(trusted=True, toolchain={"go": "./evil"}, mode=ModeChoice.NATIVE)
    settings = restrained(workspace, editors_own)
    assert not settings.trusted
    assert settings.toolchain == {"go": "/usr/bin/go"}
    assert restrained(workspace, Settings()) == workspace
