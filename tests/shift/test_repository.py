"""The commits of a shift's repository, and how a colleague's change comes on top of another."""

from __future__ import annotations

import pytest

from course.shift.repository import merged
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
