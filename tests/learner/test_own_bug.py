"""A learner's own past mistake comes back after weeks, to be repaired."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from course.learner.bug_back import put_back_bug
from course.learner.own_bug import COMES_BACK, bug_of, is_near, is_own_bug
from course.learner.records import Attempt
from course.learner.review import ReviewItem
from course.learner.session import Session
from course.locations import Locations

RIGHT = "def double(n):\n    twice = n * 2\n    return twice\n"
WRONG = "def double(n):\n    twice = n + 2\n    return twice\n"
DRAFT = "def double(n):\n    pass\n"
IDENT = "basics/double"


class Clock:
    now = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(small_course: Locations, clock: Clock) -> Iterator[Session]:
    opened = Session.open(small_course, clock=clock)
    yield opened
    opened.store.close()


def attempt(session: Session, source: str, verdict: str = "failed") -> None:
    row = session.store.new_row()
    session.store.append(
        Attempt(**row, exercise=IDENT, verdict=verdict, source_hash=str(len(source)), source=source)
    )


def bugs(session: Session) -> list[str]:
    return [item.id for item in session.due() if is_own_bug(item)]


def test_it_comes_back_after_weeks_once_with_the_solution_kept(
    session: Session, clock: Clock
) -> None:
    attempt(session, DRAFT)
    attempt(session, WRONG)
    attempt(session, RIGHT, "passed")
    exercise = session.catalogue.exercise(IDENT)
    session.save(exercise, RIGHT)
    clock.now += COMES_BACK - timedelta(hours=1)
    assert bugs(session) == []
    clock.now += timedelta(hours=2)
    assert bugs(session) == [IDENT]
    assert "Your solution is kept in" in put_back_bug(session, exercise)
    assert session.load(exercise) == WRONG
    assert session.decision("own bug of basics/double") is not None
    session.save(exercise, WRONG + "# looked at\n")
    assert "kept in" not in put_back_bug(session, exercise)
    assert session.load(exercise) == WRONG + "# looked at\n"
    (item,) = (it for it in session.due() if is_own_bug(it))
    assert item == ReviewItem(
        id=IDENT,
        card="bug:basics/double",
        concept="function",
        about="Twice as many, with your own bug",
        covers=("function", "return", "arithmetic"),
        minutes=3,
        exercise=IDENT,
    )
    session.reviewed(item, correct=True)
    assert bugs(session) == []


def test_what_is_left_in_the_middle_waits_until_it_is_repaired(
    session: Session, clock: Clock
) -> None:
    attempt(session, WRONG)
    attempt(session, RIGHT, "passed")
    clock.now += COMES_BACK
    put_back_bug(session, session.catalogue.exercise(IDENT))
    clock.now += timedelta(minutes=1)
    attempt(session, WRONG + "# looked at\n")
    assert bugs(session) == [IDENT], "a check that fails is no end of it"
    attempt(session, RIGHT, "passed")
    assert bugs(session) == []
    clock.now += COMES_BACK + timedelta(days=1)
    assert bugs(session) == [], "once"


@pytest.mark.parametrize(
    ("sources", "found"),
    [
        (((WRONG, "failed"), (RIGHT, "passed")), WRONG),
        (((DRAFT, "failed"), (RIGHT, "passed")), None),
        (((WRONG, "error"), (RIGHT, "passed")), None),
        (((WRONG, "failed"), (DRAFT, "failed"), (RIGHT, "passed")), None),
        (((RIGHT, "passed"), (WRONG, "failed"), (RIGHT, "passed")), None),
        (((WRONG, "failed"),), None),
    ],
)
def test_only_a_small_real_mistake_before_the_first_pass_is_one(
    session: Session, sources: tuple[tuple[str, str], ...], found: str | None
) -> None:
    for source, verdict in sources:
        attempt(session, source, verdict)
    bug = bug_of(session.store, IDENT)
    assert (bug.source if bug else None) == found


def test_near_is_a_few_lines_and_not_none() -> None:
    assert is_near(WRONG, RIGHT)
    assert not is_near(RIGHT, RIGHT)
    assert not is_near(RIGHT, RIGHT.rstrip() + "   \n")
    assert not is_near("x = 1\n" * 9, RIGHT)


@pytest.mark.parametrize(
    ("changed", "near"),
    [(4, True), (5, False)],
)
def test_near_is_four_lines_of_many(changed: int, near: bool) -> None:
    right = [f"first_{number} = {number}" for number in range(40)]
    wrong = [f"{line}0" for line in right[:changed]] + right[changed:]
    assert is_near("\n".join(wrong), "\n".join(right)) is near
    assert is_near("\n".join(right[changed:]), "\n".join(right)) is near


def test_near_counts_the_lines_that_differ_wherever_they_are() -> None:
    right = [f"first_{number} = {number}" for number in range(40)]
    for wrong in (
        [*right[:36], *(f"{line}0" for line in right[36:])],
        [*right[:30], *right[34:]],
        [*right[:30], "a", "b", "c", "d", *right[30:]],
    ):
        assert is_near("\n".join(wrong), "\n".join(right))
        assert not is_near("\n".join(["zero = 0", *wrong]), "\n".join(right))
    assert is_near("abcdefg" + "x" * 3, "abcdefg" + "y" * 3), "seven parts of ten are alike"
    assert not is_near("abcdef" + "x" * 4, "abcdef" + "y" * 4)


@pytest.mark.parametrize(
    ("change", "comes"),
    [
        ("minutes: 15", True),
        ("minutes: 16", False),
        ("minutes: 4", True),
    ],
)
def test_only_a_short_exercise_comes_back(
    own_course: Locations, clock: Clock, change: str, comes: bool
) -> None:
    file = own_course.exercises / "basics/double/exercise.yaml"
    text = file.read_text(encoding="utf-8").replace("minutes: 3", change)
    file.write_text(text, encoding="utf-8")
    session = Session.open(own_course, clock=clock)
    attempt(session, WRONG)
    attempt(session, RIGHT, "passed")
    clock.now += COMES_BACK - timedelta(microseconds=1)
    assert bugs(session) == []
    clock.now += timedelta(seconds=1)
    assert bugs(session) == ([IDENT] if comes else [])
    if comes:
        [item] = [it for it in session.due() if is_own_bug(it)]
        assert item.minutes == min(5, int(change.partition(" ")[2]))
    session.store.close()


def test_of_several_the_one_passed_longest_ago_comes_and_one_that_was_begun_before_it(
    session: Session, clock: Clock
) -> None:
    for ident in ("loops/total_weight", IDENT):
        for source, verdict in ((WRONG, "failed"), (RIGHT, "passed")):
            row = session.store.new_row()
            session.store.append(
                Attempt(**row, exercise=ident, verdict=verdict, source_hash="", source=source)
            )
        clock.now += timedelta(days=1)
    assert bugs(session) == []
    clock.now += timedelta(days=30)
    assert bugs(session) == ["loops/total_weight"]
    words = put_back_bug(session, session.catalogue.exercise(IDENT))
    assert words == (
        "This is your own code as it was on 2026-03-21, before it passed: one thing is wrong in "
        "it. Find it and put it right."
    )
    assert bugs(session) == [IDENT]
