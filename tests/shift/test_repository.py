"""The commits of a shift's repository, and how a colleague's change comes on top of another."""

from __future__ import annotations

import pytest

from course.shift.repository import meet, merged
from tests.checking.repository.scripts import NEEDS_GIT

pytestmark = NEEDS_GIT

BASE = "import a\n\n\ndef one():\n    return 1\n\n\ndef two():\n    return 2\n"


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        (BASE, BASE.replace("1", "10"), BASE.replace("1", "10")),
        (BASE + "\n\nX = 3\n", BASE.replace("1", "10"), BASE.replace("1", "10") + "\n\nX = 3\n"),
        (BASE.replace("1", "5"), BASE.replace("1", "10"), BASE.replace("1", "10")),
    ],
)
def test_a_colleague_changes_what_they_changed_and_no_more(
    mine: str, theirs: str, both: str
) -> None:
    assert merged(mine, BASE, theirs) == both


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (BASE, BASE.replace("1", "10"), False),
        (BASE + "\n\nX = 3\n", BASE.replace("1", "10"), False),
        (BASE.replace("1", "5"), BASE.replace("1", "10"), True),
        (BASE.replace("1", "10"), BASE.replace("1", "10"), False),
        (BASE.replace("1", "5"), BASE, False),
    ],
)
def test_two_sides_meet_where_they_changed_the_same_lines(
    mine: str, theirs: str, expected: bool
) -> None:
    assert meet(mine, BASE, theirs) is expected
