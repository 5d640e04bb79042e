"""Review: what is due when, and with what it is asked."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course import causes
from course.learner import review
from course.learner.records import Answer, Attempt, Review, Try, stamp
from course.learner.review import ReviewItem, Seen
from course.learner.session import Session
from course.learner.skills import History
from course.locations import Locations

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
GOOD = "def double(n):\n    return n * 2\n"


class Calendar:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def pass_days(self, days: float) -> None:
        """Let time go by."""
        self.now += timedelta(days=days)


@pytest.fixture
def calendar() -> Calendar:
    """The first of March, until a test says otherwise."""
    return Calendar()


@pytest.fixture
def learner(small_course: Locations, calendar: Calendar) -> Iterator[Session]:
    """A session that goes by the calendar."""
    session = Session.open(small_course, calendar)
    yield session
    session.store.close()


def _answer(session: Session, step: int, answer: object) -> None:
    async def work() -> None:
        session.visit("basics/functions", step)
        await session.answer("basics/functions", step, answer)  # type: ignore[arg-type]
        await session.checker.aclose()

    asyncio.run(work())


def _attempt(session: Session, exercise: str, verdict: str, mistakes: tuple[str, ...] = ()) -> None:
    session.store.append(
        Attempt(
            **session.store.new_row(),
            exercise=exercise,
            verdict=verdict,
            mistakes=mistakes,
            source_hash="0",
            source="",
        )
    )


def test_nothing_is_due_before_anything_was_learnt(learner: Session) -> None:
    assert learner.due() == ()


def test_a_concept_becomes_due_and_is_asked_with_another_item(
    learner: Session, calendar: Calendar
) -> None:
    learner.visit("basics/functions", 7)
    _answer(learner, 6, 3)
    learner.visit("basics/functions", 7)
    assert learner.due() == ()
    calendar.pass_days(4)
    [item, *_] = learner.due()
    assert item.lesson == "basics/functions"
    assert item.step in (2, 3, 4, 5)
    assert item.minutes == review.QUESTION_MINUTES
    assert item.about in ("function", "return", "arithmetic")


def _do(session: Session, item: ReviewItem) -> None:
    """Do a review item as the app does: a right answer or a pass, and its review."""
    if item.exercise is not None:
        _attempt(session, item.exercise, "passed")
    else:
        assert item.lesson is not None
        assert item.step is not None
        session.store.append(
            Answer(
                **session.store.new_row(),
                lesson=item.lesson,
                step=item.step,
                question=item.id.partition("#")[2],
                correct=True,
                concepts=item.covers,
            )
        )
    session.reviewed(item, correct=True)


def test_an_item_that_was_reviewed_is_no_longer_due_and_comes_back_ever_later(
    learner: Session, calendar: Calendar
) -> None:
    learner.visit("basics/functions", 7)
    _answer(learner, 6, 3)
    days: list[int] = []
    for day in range(200):
        if planned := learner.due():
            for item in planned:
                _do(learner, item)
            days.append(day)
            assert learner.due() == ()
        calendar.pass_days(1)
    waits = [later - earlier for earlier, later in pairwise([0, *days])]
    assert 3 <= len(waits) <= 8
    assert waits == sorted(waits)
    assert waits[-1] > 2 * waits[0]


def test_a_question_with_variants_is_asked_with_other_values_each_time(
    own_course: Locations, calendar: Calendar
) -> None:
    lesson = own_course.lessons / "01-basics/01-functions.yaml"
    text = lesson.read_text(encoding="utf-8")
    known = "      because: The sum is worked out and thrown away.\n"
    varied = text.replace(known, f'{known}      variants: {{"490": 500 to 590 by 5}}\n')
    lesson.write_text(varied, encoding="utf-8")
    session = Session.open(own_course, calendar)
    session.visit("basics/functions", 7)
    _answer(session, 6, 3)
    asked: list[str] = []
    for _ in range(22):
        for item in session.due():
            asked.append(item.id)
            session.reviewed(item, correct=len(asked) % 2 == 0)  # forgotten every other time
        calendar.pass_days(8)
    session.store.close()
    assert len(asked) == len(set(asked))
    some = [ident for ident in asked if "~" in ident]
    assert len(some) > 5
    named = review.question_named(session.catalogue, some[-1])
    assert named is not None
    assert (named.step, named.variant) == (6, int(some[-1].partition("~")[2]))


def test_what_was_forgotten_comes_back_sooner(learner: Session, calendar: Calendar) -> None:
    learner.visit("basics/functions", 7)
    _attempt(learner, "basics/double", "passed")
    calendar.pass_days(5)
    first, *_ = learner.due()
    learner.reviewed(first, correct=False)
    calendar.pass_days(1.1)
    assert first.concept in {concept for item in learner.due() for concept in item.covers}


def test_a_mistake_that_was_made_is_reviewed_with_another_item(
    learner: Session, calendar: Calendar
) -> None:
    learner.visit("basics/functions", 7)
    _attempt(learner, "basics/double", "failed", ("prints_instead",))
    _attempt(learner, "basics/double", "passed")
    calendar.pass_days(3)
    [item, *_] = [it for it in learner.due() if it.card == "mistake:prints_instead"]
    assert item.exercise != "basics/double"
    learner.reviewed(item, correct=True)
    assert "mistake:prints_instead" not in {it.card for it in learner.due()}


def test_a_card_of_an_old_name_goes_on_under_the_new_one(
    learner: Session, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner.visit("basics/functions", 7)
    _attempt(learner, "basics/double", "failed", ("prints_it",))
    _attempt(learner, "basics/double", "passed")
    calendar.pass_days(3)
    [item, *_] = [it for it in learner.due() if it.card == "mistake:prints_it"]
    monkeypatch.setitem(causes.RENAMED, "prints_it", "prints_instead")
    assert "mistake:prints_instead" in {it.card for it in learner.due()}
    learner.reviewed(item, correct=True)  # kept by an older course, under the old name
    assert "mistake:prints_instead" not in {it.card for it in learner.due()}


def test_only_what_was_met_is_asked(learner: Session, calendar: Calendar) -> None:
    learner.visit("basics/functions", 3)
    _answer(learner, 2, "None")
    _answer(learner, 3, (0,))
    calendar.pass_days(30)
    for item in learner.due():
        assert item.lesson == "basics/functions"
        assert item.step is not None
        assert item.step <= 3


def test_review_takes_ten_minutes_at_most_and_asks_nothing_twice(
    own_course: Locations, calendar: Calendar
) -> None:
    source = own_course.exercises / "basics" / "double"
    for number in range(30):
        copy: Path = own_course.exercises / "basics" / f"again{number}"
        shutil.copytree(source, copy)
        text = (copy / "exercise.yaml").read_text(encoding="utf-8")
        text = text.replace("minutes: 3", f"minutes: {3 + number % 12}")
        (copy / "exercise.yaml").write_text(text, encoding="utf-8")
    session = Session.open(own_course, calendar)
    session.catalogue.refresh()
    for exercise in session.catalogue.exercise_ids:
        _attempt(session, exercise, "failed", (f"mistake_{exercise[-2:]}",))
        _attempt(session, exercise, "passed")
    calendar.pass_days(30)
    planned = session.due()
    assert planned
    assert sum(item.minutes for item in planned) <= review.BUDGET_MINUTES
    assert len({item.id for item in planned}) == len(planned)
    session.store.close()


def test_a_gone_exercise_is_never_asked(learner: Session, calendar: Calendar) -> None:
    _attempt(learner, "removed/exercise", "failed", ("gone",))
    calendar.pass_days(30)
    assert learner.due() == ()


# ---------------------------------------------------------------- merging

MOMENTS = st.integers(0, 60 * 24 * 40).map(lambda it: stamp(START + timedelta(minutes=it)))
TRY = st.builds(
    Try,
    uuid=st.uuids().map(str),
    at=MOMENTS,
    exercise=st.sampled_from(["m/a", "m/b", "m/c"]),
    verdict=st.sampled_from(["passed", "failed"]),
    hints=st.integers(0, 3),
    mistakes=st.sampled_from([(), ("off_by_one",), ("prints_instead", "off_by_one")]),
)
REVIEW = st.builds(
    Review,
    uuid=st.uuids().map(str),
    at=MOMENTS,
    card=st.sampled_from(["concept:loop", "mistake:off_by_one"]),
    rating=st.integers(1, 4),
    item=st.just("m/a"),
)
PRACTISES = {"m/a": ("loop",), "m/b": ("loop", "return"), "m/c": ("return",)}


def _cards(tries: list[Try], reviews: list[Review]) -> list[review.Card]:
    history = History(
        sorted(tries, key=lambda row: (row.at, row.uuid)),
        [],
        sorted(reviews, key=lambda row: (row.at, row.uuid)),
        lambda exercise: PRACTISES[exercise],
    )
    return review.cards(history, START + timedelta(days=50), UTC)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(TRY, max_size=25, unique_by=lambda row: row.uuid),
    st.lists(REVIEW, max_size=8, unique_by=lambda row: row.uuid),
    st.randoms(),
)
def test_cards_depend_on_what_happened_and_on_nothing_else(
    tries: list[Try], reviews: list[Review], random: object
) -> None:
    before = _cards(tries, reviews)
    random.shuffle(tries)  # type: ignore[attr-defined]
    random.shuffle(reviews)  # type: ignore[attr-defined]
    assert _cards(tries, reviews) == before
    for card in before:
        assert 0 <= card.recall <= 1
        assert card.concepts
        assert card.due >= START


def test_the_last_rating_of_a_day_is_the_days_and_a_day_without_one_goes_by_its_end() -> None:
    def seen(score: float, rating: int | None = None) -> Seen:
        return Seen("2026-03-01T12:00:00Z", score, "item", rating)

    assert review._rating([seen(0.0, 1), seen(1.0, 3)]) == 3
    assert review._rating([seen(1.0, 3), seen(0.0, 1)]) == 1
    assert review._rating([seen(0.0, 1), seen(1.0, 3), seen(1.0)]) == 3
    assert review._rating([seen(1.0), seen(0.0)]) == 1
    assert review._rating([seen(0.0), seen(1.0)]) == 2
    assert review._rating([seen(1.0), seen(1.0)]) == 3


def tried(day: int, exercise: str, verdict: str = "passed", *mistakes: str, hour: int = 12) -> Try:
    at = stamp(START + timedelta(days=day, hours=hour - 12))
    return Try(uuid=f"{at}{exercise}", at=at, exercise=exercise, verdict=verdict, mistakes=mistakes)


def by_id(*tries: Try, reviews: tuple[Review, ...] = (), **known: str) -> dict[str, review.Card]:
    history = History([*tries], [], [*reviews], lambda exercise: PRACTISES[exercise])
    found = review.cards(history, START + timedelta(days=50), UTC, known)
    assert [card.recall for card in found] == sorted(card.recall for card in found)
    return {card.id: card for card in found}


def test_each_concept_and_each_mistake_has_a_card() -> None:
    cards = by_id(tried(0, "m/b", "failed", "off_by_one"), tried(1, "m/a"), tried(2, "m/c"))
    assert set(cards) == {"concept:loop", "concept:return", "mistake:off_by_one"}
    mistake = cards["mistake:off_by_one"]
    assert mistake.concepts == ("loop", "return")
    assert mistake.last_item == "m/c"  # a pass over one of its concepts counts for it, too
    assert cards["concept:loop"].concepts == ("loop",)
    assert cards["concept:loop"].last_item == "m/a"


def test_a_pass_over_other_concepts_says_nothing_of_a_mistake() -> None:
    made = tried(0, "m/a", "failed", "off_by_one")
    alone = by_id(made)["mistake:off_by_one"]
    assert by_id(made, tried(3, "m/c"))["mistake:off_by_one"] == alone
    assert by_id(made, tried(3, "m/a"))["mistake:off_by_one"].recall > alone.recall


def test_what_was_done_on_one_day_is_seen_once_and_on_two_days_holds_longer() -> None:
    once = by_id(tried(0, "m/a"))["concept:loop"]
    same_day = by_id(tried(0, "m/a"), tried(0, "m/b", hour=13))["concept:loop"]
    two_days = by_id(tried(0, "m/a"), tried(6, "m/b"))["concept:loop"]
    assert same_day.stability == once.stability
    assert two_days.stability > once.stability
    assert two_days.due > once.due > START


def test_what_counts_as_known_has_a_card_until_something_is_seen_of_it() -> None:
    at = stamp(START)
    [card] = by_id(loop=at).values()
    assert (card.id, card.concepts, card.last_item) == ("concept:loop", ("loop",), "")
    seen = by_id(tried(20, "m/a"), loop=at)["concept:loop"]
    assert seen == by_id(tried(20, "m/a"))["concept:loop"]


def test_the_learners_word_on_a_card_counts_more_than_what_was_passed_that_day() -> None:
    def reviewed(rating: int) -> Review:
        at = stamp(START + timedelta(hours=1))
        return Review(uuid="r", at=at, card="concept:loop", rating=rating, item="m/b")

    again, good = (
        by_id(tried(0, "m/a"), reviews=(reviewed(rating),))["concept:loop"] for rating in (1, 3)
    )
    assert again.due < good.due
    assert again.last_item == "m/b"
