"""The attacks of table.txt in C++, Rust and Zig, of programs, and on the compilers."""

import pytest
from hostile_kit import Attack, attacks_of, check, judged
from hostile_table import HERE, read_table

GROUPS = (
    ("function", ("cpp", "rust", "zig")),
    ("program", ("c", "go", "python")),
    ("compile", ("c", "cpp", "go", "rust", "zig")),
)
ALL = [(group, attack) for group in GROUPS for attack in attacks_of(group[0], *group[1])]


@pytest.mark.parametrize(
    ("group", "attack"), ALL, ids=[f"{group[0]}-{attack.source.name}" for group, attack in ALL]
)
def test_what_it_comes_to(group: tuple[str, tuple[str, ...]], attack: Attack) -> None:
    check(attack, judged(*group).reports[attack.source])


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group[0])
def test_nothing_was_harmed(group: tuple[str, tuple[str, ...]]) -> None:
    assert judged(*group).harm == []


def test_every_attack_is_in_the_table() -> None:
    files = sorted(path for path in HERE.glob("*/*/*") if "__pycache__" not in path.parts)
    assert sorted(attack.source for attack in read_table()) == files
