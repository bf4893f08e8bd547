"""What a person can set, from `initializationOptions` and the section `lspJudge`.

Nothing of it is trusted until it is decoded; a value that makes no sense is named, and its
default used.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct, field

from lsp_judge.model.verdict import ModeChoice

SECTION = "lspJudge"
GO_WASM = "go.wasm"
_GO_WASM_CHOICES = ("auto", "go", "tinygo")


class LanguageSettings(Struct, frozen=True, rename="camel"):
    """How one language is built; what is empty is the language's own default.

    `standard`: the standard or edition (`gnu++20`, `2021`). `optimize`: the level, as the
    compiler spells it (`-O3`, `3`, `ReleaseFast`). `flags`: further arguments of the compiler.
    """

    standard: str = ""
    optimize: str = ""
    flags: list[str] = field(default_factory=list)


class Settings(Struct, frozen=True, rename="camel"):
    """`mode`: the modes of a save. `trusted`: false runs wasm only. `judge_on_save`: false
    leaves it to the lenses. `toolchain`: paths of compilers by the tool's name (`go`, `cc`,
    `c++`, `zig`, `rustc`), and `go.wasm`: which compiler makes Go's wasm modules (`auto`,
    `go`, `tinygo`). `languages`: how a language is built, by its id (`c`,
    `cpp`, `go`, `python`, `rust`, `zig`). `catalogues`: folders of problem packages.
    `code_lens` and `inlay_hints`: whether they are shown. `build_seconds`: what compiling one
    file may take.
    """

    mode: ModeChoice = ModeChoice.BOTH
    trusted: bool = True
    judge_on_save: bool = True
    toolchain: dict[str, str] = field(default_factory=dict)
    languages: dict[str, LanguageSettings] = field(default_factory=dict)
    catalogues: list[str] = field(default_factory=list)
    code_lens: bool = True
    inlay_hints: bool = True
    build_seconds: Annotated[int, Meta(ge=1, le=3600)] = 60


def decode(raw: object, base: Settings, *, strict: bool = True) -> tuple[Settings, tuple[str, ...]]:
    """`raw` over `base`, and a sentence for each value that was not taken.

    `raw` is whatever the client sent; null means that it has nothing to say. Not `strict`:
    numbers may be written as text.
    """
    if raw is None:
        return base, ()
    if not isinstance(raw, Mapping):
        return base, (f"{SECTION}: expected an object, got {_kind(raw)}; using the defaults",)
    known = {item.encode_name: item for item in msgspec.structs.fields(Settings)}
    values: dict[str, Any] = {}
    complaints: list[str] = []
    for name, value in raw.items():
        if (item := known.get(name)) is None:
            complaints.append(f"{SECTION}.{name} is no setting; known are {', '.join(known)}")
            continue
        try:
            values[item.name] = msgspec.convert(value, item.type, strict=strict)
        except (msgspec.ValidationError, RecursionError) as error:
            default = msgspec.json.encode(getattr(base, item.name)).decode()
            complaints.append(f"{SECTION}.{name}: {_sentence(error)}; using {default}")
    complaints += _unknown_compiler(values.get("toolchain", {}))
    return msgspec.structs.replace(base, **values), tuple(complaints)


def _unknown_compiler(toolchain: dict[str, str]) -> list[str]:
    """Of `go.wasm`, the one entry that is no path; what makes no sense is taken out."""
    chosen = toolchain.get(GO_WASM, "auto")
    if chosen in _GO_WASM_CHOICES:
        return []
    del toolchain[GO_WASM]
    known = ", ".join(_GO_WASM_CHOICES)
    return [f"{SECTION}.toolchain.{GO_WASM}: {chosen} is none of {known}; using auto"]


def restrained(settings: Settings, base: Settings) -> Settings:
    """Without what an untrusted workspace could have set to its own good: trust, and programs.

    `base` came with `initialize`, from the editor itself. Either may say that there is no trust.
    """
    if base.trusted and settings.trusted:
        return settings
    return msgspec.structs.replace(
        settings, trusted=False, toolchain=base.toolchain, languages=base.languages
    )


def _sentence(error: Exception) -> str:
    text = str(error)
    return text[0].lower() + text[1:]


def _kind(value: object) -> str:
    return type(value).__name__
