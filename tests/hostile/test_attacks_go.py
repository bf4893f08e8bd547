"""The attacks of table.txt in Go, function solutions."""

import pytest
from hostile_kit import attacks_of, check, judged
from hostile_table import Attack

WHICH = ("function", ("go",))


@pytest.mark.parametrize("attack", attacks_of("function", "go"), ids=lambda each: each.source.name)
def test_what_it_comes_to(attack: Attack) -> None:
    check(attack, judged(*WHICH).reports[attack.source])


def test_nothing_was_harmed() -> None:
    assert judged(*WHICH).harm == []
