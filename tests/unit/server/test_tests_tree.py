"""The tree of tests: its ids, what is chosen of it, which files are looked at."""

from pathlib import Path

import pytest
from talk import ENTRY, INPUT, PATH

from lsp_judge.model.listing import ListedCase, Listing
from lsp_judge.model.verdict import Mode
from lsp_judge.server.explorer import walk as walking
from lsp_judge.server.explorer.ids import Leaf, parse, problem_id
from lsp_judge.server.explorer.tree import Kind, selected, tree
from lsp_judge.server.explorer.walk import walk

BOTH = tuple(Mode)
LISTING = Listing(
    PATH,
    "go",
    "two-sum",
    "Two Sum",
    ENTRY,
    (ListedCase("1", "nums = [3,3], target = 6", INPUT), ListedCase("secret/2: a")),
)


@pytest.mark.parametrize(
    "leaf",
    [
        Leaf("/a b/c:d.go"),
        Leaf("C:/x/ä.go", Mode.WASM),
        Leaf("/x.go", Mode.NATIVE, "secret/2: a%3A"),
        Leaf("/x.go", Mode.NATIVE, ""),
    ],
)
def test_an_id_names_its_item(leaf: Leaf) -> None:
    assert parse(leaf.id) == leaf


@pytest.mark.parametrize("text", ["", "problem:two-sum", "mode:jvm:/x.go", "case:", "nothing"])
def test_what_is_no_id_of_ours_is_none(text: str) -> None:
    assert parse(text) is None


def test_the_tree_has_problem_solution_modes_and_cases() -> None:
    items = list(tree([LISTING], BOTH, frozenset({PATH})))
    assert [(each.kind, each.label) for each in items] == [
        (Kind.PROBLEM, "Two Sum"),
        (Kind.SOLUTION, "two_sum.go"),
        (Kind.MODE, "wasm"),
        (Kind.CASE, "1"),
        (Kind.CASE, "secret/2: a"),
        (Kind.MODE, "native"),
        (Kind.CASE, "1"),
        (Kind.CASE, "secret/2: a"),
    ]
    by_id = {each.id: each for each in items}
    assert len(by_id) == len(items)
    assert all(each.parent is None or each.parent in by_id for each in items)
    inline, packaged = items[3], items[4]
    assert inline.span == INPUT.span
    assert inline.description == "nums = [3,3], target = 6"
    assert packaged.span == ENTRY.span


def test_cases_of_a_file_that_is_not_wanted_whole_are_left_for_later() -> None:
    problem, solution = tree([LISTING], BOTH, frozenset())
    assert not problem.can_resolve_children
    assert solution.can_resolve_children


@pytest.mark.parametrize(
    ("include", "exclude", "count"),
    [
        (None, (), 4),
        ([problem_id("two-sum")], (), 4),
        ([Leaf(PATH).id], (), 4),
        ([Leaf(PATH, Mode.WASM).id], (), 2),
        ([Leaf(PATH, Mode.WASM, "1").id], (), 1),
        (None, [Leaf(PATH, Mode.WASM).id, Leaf(PATH, Mode.NATIVE, "1").id], 1),
        ([Leaf("/other.go").id], (), 0),
        ([], (), 0),
    ],
)
def test_what_is_asked_for_is_chosen(
    include: list[str] | None, exclude: tuple[str, ...], count: int
) -> None:
    wanted = None if include is None else frozenset(include)
    assert len(selected(LISTING, BOTH, wanted, frozenset(exclude))) == count


def test_sources_are_found_and_what_others_wrote_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("b.go", "a/x.go", "a/readme.md", "node_modules/y.go", ".git/z.go", "build/w.go"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("package main")
    (tmp_path / "loop").symlink_to(tmp_path)
    walked = walk([str(tmp_path)], lambda path: path.endswith(".go"))
    assert walked.paths == (str(tmp_path / "b.go"), str(tmp_path / "a/x.go"))
    assert walked.complete

    monkeypatch.setattr(walking, "MOST_FILES", 1)
    assert not walk([str(tmp_path)], lambda path: path.endswith(".go")).complete
