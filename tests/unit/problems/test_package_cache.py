"""An edited package is read again, an unchanged one is not."""

from __future__ import annotations

from pathlib import Path

from lsp_judge.problems.package_cache import PackageCache


def package(folder: Path) -> Path:
    secret = folder / "data" / "secret"
    secret.mkdir(parents=True)
    (folder / "problem.yaml").write_text("name: sums\n")
    (secret / "1.in").write_text("1 2\n")
    (secret / "1.ans").write_text("3\n")
    return folder


def test_an_unchanged_package_is_kept(tmp_path: Path) -> None:
    cache, folder = PackageCache(), package(tmp_path / "sums")
    assert cache.load(folder) is cache.load(folder)


def test_a_changed_answer_is_seen(tmp_path: Path) -> None:
    cache, folder = PackageCache(), package(tmp_path / "sums")
    cache.load(folder)
    (folder / "data" / "secret" / "1.ans").write_text("1234\n")
    (case,) = cache.load(folder).cases
    assert case.expected is not None
    assert case.expected.stdout == b"1234\n"


def test_a_new_case_is_seen_and_a_submission_changes_nothing(tmp_path: Path) -> None:
    cache, folder = PackageCache(), package(tmp_path / "sums")
    before = cache.load(folder)
    (folder / "submissions").mkdir()
    (folder / "submissions" / "x.go").write_text("package main\n")
    assert cache.load(folder) is before
    (folder / "data" / "secret" / "2.in").write_text("5 6\n")
    (folder / "data" / "secret" / "2.ans").write_text("11\n")
    assert len(cache.load(folder).cases) == 2
