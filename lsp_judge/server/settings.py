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


def _said(description: str) -> Meta:
    return Meta(description=description)


class LanguageSettings(Struct, frozen=True, rename="camel"):
    """How one language is built; what is empty is the language's own default."""

    standard: Annotated[str, _said("the standard or edition: `gnu++20`, `2021`")] = ""
    optimize: Annotated[
        str, _said("the level, as the compiler spells it: `-O3`, `3`, `ReleaseFast`")
    ] = ""
    flags: Annotated[list[str], _said("further arguments of the compiler")] = field(
        default_factory=list
    )


class Settings(Struct, frozen=True, rename="camel"):
    """The descriptions are what people read: in VS Code, in `docs/settings.md` and in
    `lsp-judge settings`.
    """

    mode: Annotated[
        ModeChoice,
        _said(
            "the modes of a save: `both`, `wasm`, `native`, or `auto` (wasm, and native where"
            " wasm is not possible)"
        ),
    ] = ModeChoice.BOTH
    trusted: Annotated[
        bool,
        _said(
            "`false`: WebAssembly only, no validators of packages, and `toolchain` and `languages`"
            " only as the editor itself gave them with `initialize`"
        ),
    ] = True
    judge_on_save: Annotated[
        bool, _said("`false`: judge only when a lens or an action is chosen")
    ] = True
    toolchain: Annotated[
        dict[str, str],
        _said(
            "paths of compilers, by name: `go`, `cc`, `c++`, `zig`, `rustc`; of `python-wasi`"
            " the folder; `go.wasm` is `auto`, `go` or `tinygo`: which compiler makes Go's wasm"
        ),
    ] = field(default_factory=dict)
    languages: Annotated[
        dict[str, LanguageSettings],
        _said(
            "how a language is built, by its id (`c`, `cpp`, `go`, `python`, `rust`, `zig`):"
            " `standard` (`gnu++20`, the Rust edition), `optimize` (`-O3`, `3`, `ReleaseFast`),"
            " `flags` (a list)"
        ),
    ] = field(default_factory=dict)
    catalogues: Annotated[
        list[str], _said("folders of problem packages, asked before those that ship")
    ] = field(default_factory=list)
    code_lens: Annotated[bool, _said("verdicts and actions over the entry")] = True
    inlay_hints: Annotated[bool, _said("results beside inline cases")] = True
    build_seconds: Annotated[
        int,
        Meta(
            ge=1,
            le=3600,
            description="what compiling one file may take; a file that takes longer (an endless"
            " template, say) does not compile",
        ),
    ] = 60


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
