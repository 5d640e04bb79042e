"""A placement as the learner lives it: kept answer by answer, taken up again, concluded."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from course.errors import CourseError, WrongUse
from course.learner import held, placement_outcome
from course.learner.placing import Placing
from course.learner.questions import identity
from course.learner.records import Answer, Placed
from course.learner.review import ReviewItem
from course.learner.session import Session
from course.locations import Locations

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def place(own_course: Locations) -> Locations:
    """The small course, its path beginning with a placement; only `basics` has enough questions."""
    file = own_course.course_file
    text = file.read_text(encoding="utf-8").replace(
        "audience: You start from nothing.",
        "audience: You start from nothing.\n    starts_with: placement",
    )
    file.write_text(text, encoding="utf-8")
    return own_course


@pytest.fixture
def learner(place: Locations) -> Iterator[Session]:
    session = Session.open(place, clock=lambda: NOW)
    session.choose_path("everything")
    yield session
    session.store.close()


def right(asked: Placing) -> object:
    """The right answer to the waiting question of the small course."""
    answers = {
        "predict": {2: "None", 1: "to Bergen"},
        "order": {4: ("def two_mugs(price):", "    total = price * 2", "    return total")},
        "blank": {5: ("return",)},
        "spot": {6: 3},
    }
    item = asked.current
    assert item is not None
    return answers[item.kind][item.step]


def answer_all(session: Session) -> placement_outcome.Conclusion:
    async def work() -> placement_outcome.Conclusion:
        async with session.checker:
            asked = Placing.open(session)
            while asked.current is not None:
                assert (await asked.answer(right(asked))).correct  # type: ignore[arg-type]
            session._checker = None
            return asked.conclude()

    return asyncio.run(work())


def test_answers_are_kept_one_by_one_and_taken_up_again(learner: Session) -> None:
    async def work() -> None:
        async with learner.checker:
            asked = Placing.open(learner)
            first = asked.current
            assert first is not None
            assert (await asked.answer(right(asked))).correct  # type: ignore[arg-type]
            asked.unknown()
            again = Placing.open(learner)
            assert again.round == asked.round
            assert again.current == asked.current
            assert again.placement.likely == asked.placement.likely
            rows = learner.store.rows(Placed)
            assert [row.outcome for row in rows] == ["right", "unknown"]
            assert rows[0].question == first.question
            assert [row.question for row in learner.store.rows(Answer)] == [first.question]
            learner._checker = None

    asyncio.run(work())


def test_what_is_held_is_skipped_and_the_rest_is_what_comes(learner: Session) -> None:
    assert learner.here().lesson == "basics/functions"
    found = answer_all(learner)

    assert found.skipped == ("basics",)
    assert learner.skipped() == {"basics"}
    assert learner.here().lesson == "loops/for"
    assert [module.id for module in learner.modules()] == ["basics", "loops"]
    assert learner.skills()["return"].evidence > 0


def test_a_later_round_that_is_stopped_at_once_takes_nothing_back(learner: Session) -> None:
    assert answer_all(learner).skipped == ("basics",)
    assert Placing.open(learner).conclude().skipped == ("basics",)
    assert learner.skipped() == {"basics"}


def test_stopping_at_once_skips_nothing_and_a_new_round_can_be_begun(learner: Session) -> None:
    first = Placing.open(learner)
    assert first.conclude().skipped == ()
    assert learner.skipped() == frozenset()

    again = Placing.open(learner)
    assert again.round != first.round
    assert again.answered == 0
    again.unknown()
    again.conclude()
    assert Placing.open(learner).answered == 0


def test_a_module_kept_whole_is_not_skipped(place: Locations) -> None:
    text = place.course_file.read_text(encoding="utf-8")
    session = Session.open(place, clock=lambda: NOW)
    session.choose_path("everything")
    answer_all(session)
    session.store.close()
    place.course_file.write_text(
        text.replace("starts_with: placement", "keep: [basics]"), encoding="utf-8"
    )
    again = Session.open(place, clock=lambda: NOW)
    again.catalogue.refresh()
    assert again.skipped() == frozenset()
    with pytest.raises(CourseError, match="nothing to place you in"):
        Placing.open(again)
    again.store.close()


def test_what_was_skipped_is_asked_again_some_days_later_and_a_failure_opens_it(
    place: Locations,
) -> None:
    now = [NOW]
    session = Session.open(place, clock=lambda: now[0])
    session.choose_path("everything")
    answer_all(session)
    assert session.due() == ()
    now[0] = NOW + timedelta(days=12)
    due = session.due()
    assert due
    assert {item.lesson or item.exercise for item in due} & {
        "basics/functions",
        "basics/texts",
        "basics/double",
        "basics/label",
    }
    asked = next(item for item in due if item.card.startswith("concept:"))

    session.reviewed(asked, True)
    assert session.skipped() == {"basics"}
    session.reviewed(asked, False)
    assert session.skipped() == frozenset()
    assert session.here().lesson == "basics/functions"
    session.store.close()


def test_every_skipped_lesson_has_a_card_even_where_nothing_of_it_was_asked(
    learner: Session,
) -> None:
    learner.decide(
        "placement",
        {
            "round": "r",
            "findings": [
                {"module": "loops", "likely": 0.95, "right": 2, "asked": 2, "skipped": True},
                {"module": "gone", "likely": 0.95, "right": 2, "asked": 2, "skipped": True},
            ],
        },
    )
    assert learner.skipped() == {"loops"}
    known = held.rechecks(learner.held().values(), learner.catalogue)
    assert list(known) == ["for_loop"]
    lesson = learner.catalogue.lesson("loops/for")
    item = ReviewItem(
        id=f"loops/for#{identity(lesson.steps[2])}",
        card="concept:for_loop",
        concept="for_loop",
        about="for loop",
        covers=("for_loop", "accumulate"),
        minutes=1,
        lesson="loops/for",
        step=2,
    )
    later = Session.open(learner.locations, clock=lambda: NOW + timedelta(days=9))
    assert later.due() == (item,)
    later.store.close()


def test_a_conclusion_of_another_version_is_no_conclusion(learner: Session) -> None:
    learner.decide("placement", {"round": 3, "findings": "?"})
    assert learner.skipped() == frozenset()
    learner.decide("placement", 7)
    assert learner.skipped() == frozenset()


def test_a_placement_travels_to_another_machine(learner: Session, tmp_path: Path) -> None:
    from course.learner.transfer import export_progress, import_progress

    answer_all(learner)
    file = tmp_path / "progress.json"
    file.write_bytes(export_progress(learner.store))
    other = learner.locations
    moved = Session.open(
        Locations(other.content, tmp_path / "b", tmp_path / "c", tmp_path / "w", tmp_path / "d")
    )
    import_progress(moved.store, file)
    import_progress(moved.store, file)
    assert moved.skipped() == {"basics"}
    assert len(moved.store.rows(Placed)) == len(learner.store.rows(Placed))
    moved.store.close()


def test_a_wrong_answer_is_kept_as_such_and_what_is_over_asks_nothing(learner: Session) -> None:
    async def work() -> None:
        async with learner.checker:
            asked = Placing.open(learner)
            item = asked.current
            assert item is not None
            marked = await asked.right_answer()
            assert marked.expected
            wrong = {"predict": "?", "order": ("pass",), "blank": ("x",), "spot": 1}
            assert not (await asked.answer(wrong[item.kind])).correct  # type: ignore[arg-type]
            [row] = learner.store.rows(Placed)
            assert (row.outcome, row.round, row.module) == ("wrong", asked.round, "basics")
            assert (row.lesson, row.step, row.question) == (item.lesson, item.step, item.question)
            assert asked.answered == 1
            while asked.current is not None:
                asked.leave_out()
            assert asked.answered == 1, "what is left out is no answer"
            with pytest.raises(WrongUse, match="The placement is over; nothing is asked any more"):
                asked.unknown()
            learner._checker = None

    asyncio.run(work())


def test_a_round_in_which_nothing_was_answered_may_be_gone_on_with(learner: Session) -> None:
    first = Placing.open(learner)
    assert Placing.open(learner).round != first.round
    again = Placing.open(learner, first.round)
    assert (again.round, again.current) == (first.round, first.current)
    again.unknown()
    again.conclude()
    assert Placing.open(learner, first.round).round != first.round, "it was answered all the same"


def test_questions_that_were_seen_are_asked_only_where_too_few_are_left(learner: Session) -> None:
    asked = Placing.open(learner)
    seen = asked.current
    assert seen is not None
    asked.unknown()
    asked.conclude()
    fresh = Placing.open(learner)
    met = set()
    while (item := fresh.current) is not None:
        met.add(item.question)
        fresh.unknown()
    assert seen.question not in met
