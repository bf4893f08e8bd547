"""What a native plugin has to show before it is loaded: that it is one, for this machine, whole,
and of this ABI. Read from the file alone; nothing of it runs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import BinaryIO

from elftools.common.exceptions import ELFError
from elftools.elf.elffile import ELFFile
from elftools.elf.sections import SymbolTableSection

from lsp_judge.model.errors import ArtifactRejected
from lsp_judge.runtimes.quick_gate import exports_at_once
from lsp_judge.worker.plugin import ABI_VERSION, AbiMismatch, check_exported

_MACHINES = {"x86_64": "EM_X86_64", "aarch64": "EM_AARCH64"}
_MARKER = f"judge_abi_v{ABI_VERSION}".encode()
# Sections and symbols of a solution's plugin are some hundreds.
_MOST_SYMBOLS = 1_000_000


def check_plugin(path: str) -> None:
    """Raises ArtifactRejected with the reason; of another ABI, with both versions."""
    try:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            if not exports_at_once(file, size, os.uname().machine, _MARKER):
                _check(file)
    except AbiMismatch as error:
        raise ArtifactRejected(f"The artifact was rejected: {error}.") from error
    except (ELFError, OSError, ValueError, KeyError, OverflowError, AttributeError) as error:
        text = str(error) or type(error).__name__
        raise ArtifactRejected(f"The artifact is no shared library: {text}.") from error


def _check(file: BinaryIO) -> None:
    elf = ELFFile(file)
    machine = _MACHINES.get(os.uname().machine, os.uname().machine)
    if elf["e_machine"] != machine:
        raise ArtifactRejected(
            f"The artifact is for {elf['e_machine']}; this machine is {machine}."
        )
    if elf["e_type"] != "ET_DYN":
        raise ArtifactRejected(f"The artifact is no shared library: its type is {elf['e_type']}.")
    size = os.fstat(file.fileno()).st_size
    ends = [segment["p_offset"] + segment["p_filesz"] for segment in elf.iter_segments("PT_LOAD")]
    ends.append(elf["e_shoff"] + elf["e_shnum"] * elf["e_shentsize"])
    if (wanted := max(ends)) > size:
        raise ArtifactRejected(f"The artifact is cut off: it has {size} of {wanted} bytes.")
    check_exported(_symbols(elf))


def _symbols(elf: ELFFile) -> Iterator[str]:
    """The names that the dynamic symbol table defines."""
    table = elf.get_section_by_name(".dynsym")
    if not isinstance(table, SymbolTableSection):
        raise ELFError("it has no dynamic symbols")
    for index in range(min(table.num_symbols(), _MOST_SYMBOLS)):
        symbol = table.get_symbol(index)
        if symbol["st_shndx"] != "SHN_UNDEF":
            yield symbol.name
