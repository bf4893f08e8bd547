"""What comes from anybody: each wrong pack is refused by an error of its own that helps."""

from __future__ import annotations

import os
import struct
import zipfile
from pathlib import Path

import pytest
from pack_kit import WASM, link, manifest, target, write_pack

from lsp_judge.model.errors import (
    JudgeError,
    PackBroken,
    PackDamaged,
    PackExportsRefused,
    PackFormatUnknown,
    PackTargetMissing,
    PackTooLarge,
    PackUnsafe,
)
from lsp_judge.packs.archive import MOST_MEMBER_BYTES, MOST_MEMBERS, extract, open_pack
from lsp_judge.toolchains.store import Store


def _refusal(path: Path) -> JudgeError:
    with pytest.raises(PackBroken) as caught:
        open_pack(path)
    assert path.name in str(caught.value)
    return caught.value


def test_a_right_pack_is_opened_and_its_artifact_kept_under_its_hash(tmp_path: Path) -> None:
    pack = open_pack(write_pack(tmp_path / "right.zip"))
    assert (pack.manifest.problem, pack.manifest.language) == ("sum", "c")
    assert pack.manifest.called is not None
    store = Store(tmp_path / "cache")
    path = extract(pack, "wasm", store)
    assert path.read_bytes() == b"artifact"
    assert path.name == "solution.wasm"
    assert extract(pack, "wasm", store) == path


def test_what_was_checked_is_what_is_used_even_if_the_file_changes(tmp_path: Path) -> None:
    file = write_pack(tmp_path / "p.zip")
    pack = open_pack(file)
    write_pack(file, artifact=b"something else")
    assert extract(pack, "wasm", Store(tmp_path / "cache")).read_bytes() == b"artifact"


def test_a_kept_artifact_that_was_tampered_with_is_extracted_anew(tmp_path: Path) -> None:
    pack, store = open_pack(write_pack(tmp_path / "p.zip")), Store(tmp_path / "cache")
    extract(pack, "wasm", store).write_bytes(b"evil")
    assert extract(pack, "wasm", Store(tmp_path / "cache")).read_bytes() == b"artifact"


def test_a_wrong_hash(tmp_path: Path) -> None:
    error = _refusal(write_pack(tmp_path / "p.zip", manifest(b"artefact")))
    assert isinstance(error, PackDamaged)
    assert "another hash" in str(error)
    assert WASM in str(error)


def test_a_wrong_size(tmp_path: Path) -> None:
    error = _refusal(write_pack(tmp_path / "p.zip", manifest(targets=target(size=7))))
    assert isinstance(error, PackDamaged)
    assert "8 bytes; its manifest says 7" in str(error)


def test_a_member_that_is_missing(tmp_path: Path) -> None:
    gone = target(file="linux-x64/solution.so")
    error = _refusal(write_pack(tmp_path / "p.zip", manifest(targets=gone)))
    assert isinstance(error, PackDamaged)
    assert "no linux-x64/solution.so" in str(error)


def test_a_target_that_is_missing_is_named_beside_those_that_are_there(tmp_path: Path) -> None:
    pack = open_pack(write_pack(tmp_path / "p.zip"))
    with pytest.raises(PackTargetMissing, match=r"nothing for win-x64; it has wasm.*--targets"):
        extract(pack, "win-x64", Store(tmp_path / "cache"))


def test_an_unknown_format_is_refused_by_its_number_whatever_else_changed(tmp_path: Path) -> None:
    error = _refusal(write_pack(tmp_path / "p.zip", b'{"format": 2, "parts": []}'))
    assert isinstance(error, PackFormatUnknown)
    assert "format 2; this lsp-judge reads format 1" in str(error)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"format": "1"}',
        b'{"format": 1}',
        b'{"format": 1, "id": "a b"}',
    ],
)
def test_a_manifest_that_is_none(tmp_path: Path, text: bytes) -> None:
    assert "manifest" in str(_refusal(write_pack(tmp_path / "p.zip", text)))


@pytest.mark.parametrize("kind", ["script", "driver", "plugin", "executable"])
def test_a_kind_of_artifact_that_is_not_for_its_target(tmp_path: Path, kind: str) -> None:
    error = _refusal(write_pack(tmp_path / "p.zip", manifest(targets=target(kind=kind))))
    assert f"a {kind} for wasm" in str(error)


@pytest.mark.parametrize("id", ["", "a/b", "..", "-x", "a" * 200, "ö"])
def test_an_id_that_could_be_a_path(tmp_path: Path, id: str) -> None:
    assert "id" in str(_refusal(write_pack(tmp_path / "p.zip", manifest(id=id))))


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "/etc/evil",
        "wasm/../../evil",
        "wasm\\..\\evil",
        "C:/evil",
        "c:evil",
        "wasm//evil",
        "./evil",
    ],
)
def test_a_path_that_leaves_the_folder(tmp_path: Path, name: str) -> None:
    error = _refusal(write_pack(tmp_path / "p.zip", more=((name, b"x"),)))
    assert isinstance(error, PackUnsafe)
    assert "leaves" in str(error)


def test_a_symbolic_link(tmp_path: Path) -> None:
    error = _refusal(write_pack(tmp_path / "p.zip", more=((link("wasm/x"), b"/etc/passwd"),)))
    assert isinstance(error, PackUnsafe)
    assert "no plain file" in str(error)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", [WASM, WASM.upper()])
def test_a_member_that_is_there_twice(tmp_path: Path, name: str) -> None:
    error = _refusal(write_pack(tmp_path / "p.zip", more=((name, b"x"),)))
    assert isinstance(error, PackUnsafe)
    assert "twice" in str(error)


def test_a_zip_bomb_by_its_ratio(tmp_path: Path) -> None:
    error = _refusal(write_pack(tmp_path / "p.zip", more=(("zeros", bytes(8 << 20)),)))
    assert isinstance(error, PackTooLarge)
    assert "zip bomb" in str(error)


def test_a_member_beyond_the_limit(tmp_path: Path) -> None:
    info = zipfile.ZipInfo("large")
    info.compress_type = zipfile.ZIP_STORED
    error = _refusal(write_pack(tmp_path / "p.zip", more=((info, bytes(MOST_MEMBER_BYTES + 1)),)))
    assert isinstance(error, PackTooLarge)


def test_too_many_members(tmp_path: Path) -> None:
    more = tuple((f"m{index}", b"") for index in range(MOST_MEMBERS))
    assert isinstance(_refusal(write_pack(tmp_path / "p.zip", more=more)), PackTooLarge)


def test_a_bomb_that_lies_about_its_size_is_not_unpacked_beyond_it(tmp_path: Path) -> None:
    """The directory says 8 bytes and so does the manifest: a megabyte follows."""
    file = write_pack(tmp_path / "p.zip", manifest(bytes(8)), artifact=bytes(1 << 20))
    data = bytearray(file.read_bytes())
    size = data.rindex(b"PK\1\2") + 24
    data[size : size + 4] = struct.pack("<I", 8)
    file.write_bytes(data)
    assert isinstance(_refusal(file), PackDamaged)


@pytest.mark.parametrize("cut", [0, 1, 10, 100, -1, -30])
def test_a_file_that_was_cut_off(tmp_path: Path, cut: int) -> None:
    file = write_pack(tmp_path / "p.zip")
    file.write_bytes(file.read_bytes()[:cut])
    _refusal(file)


def test_every_byte_of_a_pack_may_be_another_one(tmp_path: Path) -> None:
    """Whatever is damaged, it is a PackBroken or what was meant."""
    file = write_pack(tmp_path / "p.zip")
    whole = file.read_bytes()
    store = Store(tmp_path / "cache")
    for place in range(0, len(whole), 2):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        try:
            pack = open_pack(file)
        except PackBroken:
            continue
        for name in pack.manifest.targets:
            assert extract(pack, name, store).read_bytes() == b"artifact"


def test_no_file_at_all(tmp_path: Path) -> None:
    assert "cannot be read" in str(_refusal(tmp_path / "none.zip"))
    os.mkfifo(tmp_path / "fifo.zip")
    assert "no regular file" in str(_refusal(tmp_path / "fifo.zip"))
    assert "cannot be read" in str(_refusal(tmp_path))


def test_exports_of_what_is_no_library(tmp_path: Path) -> None:
    plugin = target(exports="0" * 64, kind="plugin")["wasm"]
    pack = open_pack(write_pack(tmp_path / "p.zip", manifest(targets={"linux-x64": plugin})))
    with pytest.raises(PackExportsRefused, match="no shared library"):
        extract(pack, "linux-x64", Store(tmp_path / "cache"))
