"""Reads what a shared library is and exports, from its bytes alone: nothing is ever loaded here.

LIEF (the extra `packs`) reads the files of all platforms. Where it is not installed ELF is read
all the same, so that a pack can be judged with nothing but this package.
"""

from __future__ import annotations

import hashlib
import importlib.util
import io
from collections.abc import Iterable
from typing import Any

from elftools.common.exceptions import ELFError
from elftools.elf.elffile import ELFFile
from elftools.elf.sections import SymbolTableSection
from msgspec import Struct

from lsp_judge.model.errors import ArtifactRejected, ToolMissing
from lsp_judge.model.target import HERE, Target
from lsp_judge.worker.plugin import AbiMismatch, check_exported

_INSTALL = 'Install it with: pip install "lsp-judge[packs]"'
_NEEDED = ("judge_abi_version", "judge_input", "judge_call", "judge_result", "judge_bench")
_MACHINES = {"X86_64": "x64", "AMD64": "x64", "AARCH64": "arm64", "ARM64": "arm64"}
_ELF_MACHINES = {"EM_X86_64": "x64", "EM_AARCH64": "arm64"}
_ELF_MAGIC = b"\x7fELF"


class Library(Struct, frozen=True):
    """A shared library: what it is for, and the names that it exports, sorted, each once, as a
    program would write them."""

    target: Target
    names: tuple[str, ...]


def read_library(data: bytes) -> Library:
    """Raises ArtifactRejected for what is no library of a known kind, and ToolMissing where LIEF
    is needed and not installed."""
    if importlib.util.find_spec("lief") is not None:
        return _by_lief(data)
    if data.startswith(_ELF_MAGIC):
        return _by_elftools(data)
    raise ToolMissing("LIEF, which reads the libraries of other platforms, is missing.", _INSTALL)


def exports_digest(names: Iterable[str]) -> str:
    """The SHA-256 of the sorted names, one a line."""
    return hashlib.sha256("".join(f"{name}\n" for name in sorted(set(names))).encode()).hexdigest()


def check_library(library: Library, target: Target) -> None:
    """Whether it is for `target` (`HERE`: for any) and has the functions of the ABI. Raises
    ArtifactRejected."""
    if target not in (HERE, library.target):
        held = library.target.name
        raise ArtifactRejected(f"The artifact for {target.name} is one for {held}.")
    try:
        check_exported(library.names)
    except AbiMismatch as error:
        raise ArtifactRejected(f"The artifact was rejected: {error}.") from error
    if missing := [name for name in _NEEDED if name not in library.names]:
        raise ArtifactRejected(f"The artifact does not export {missing[0]}.")


def _by_lief(data: bytes) -> Library:
    import lief

    lief.logging.disable()
    binary = lief.parse(data)
    match binary:
        case lief.ELF.Binary():
            return _library("linux", binary.header.machine_type, _elf_names(binary))
        case lief.MachO.Binary():
            # The linker of every Mach-O puts an underscore before C's names.
            names = [str(symbol.name).removeprefix("_") for symbol in binary.exported_symbols]
            return _library("darwin", binary.header.cpu_type, names)
        case lief.PE.Binary():
            table = binary.get_export()
            names = [str(entry.name) for entry in table.entries] if table is not None else []
            return _library("win", binary.header.machine, names)
        case _:
            raise ArtifactRejected("The artifact is no shared library.")


def _elf_names(binary: Any) -> list[str]:
    import lief

    local = lief.ELF.Symbol.BINDING.LOCAL
    symbols = binary.dynamic_symbols
    return [symbol.name for symbol in symbols if symbol.shndx != 0 and symbol.binding != local]


def _library(system: str, machine: Any, names: Iterable[str]) -> Library:
    return Library(Target(system, _MACHINES.get(machine.name, machine.name)), _sorted(names))


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({name for name in names if name}))


def _by_elftools(data: bytes) -> Library:
    try:
        elf = ELFFile(io.BytesIO(data))
        table = elf.get_section_by_name(".dynsym")
        if not isinstance(table, SymbolTableSection):
            raise ELFError("it has no dynamic symbols")
        defined = [
            symbol.name
            for symbol in table.iter_symbols()
            if symbol["st_shndx"] != "SHN_UNDEF" and symbol["st_info"]["bind"] != "STB_LOCAL"
        ]
        machine = _ELF_MACHINES.get(elf["e_machine"], elf["e_machine"])
    except (ELFError, ValueError, KeyError, OverflowError, AttributeError, TypeError) as error:
        text = str(error) or type(error).__name__
        raise ArtifactRejected(f"The artifact is no shared library: {text}.") from error
    return Library(Target("linux", machine), _sorted(defined))
