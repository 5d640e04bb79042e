"""Placement: adaptive, sure before it ends, nothing skipped without a right answer, never lost."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course import locations
from course.catalogue import Catalogue
from course.errors import CourseError
from course.learner import placement_outcome
from course.learner.placement import (
    FEWEST,
    MOST,
    Item,
    Outcome,
    Placement,
    chained,
    likelihoods,
)
from course.learner.placement_bank import as_asked, bank, modules_asked
from course.learner.placing import Placing
from course.learner.questions import identity
from course.learner.questions.table import kind_of
from course.learner.records import Answer, Placed
from course.learner.review import ReviewItem
from course.learner.session import Session
from course.locations import Locations
from course.model import Predict, Step

MODULES = tuple("abcdefghijkl")
ITEMS = [
    Item(module, f"{module}/{number // 2}", number, f"{module}{number}", "predict", 0.05, 0.15)
    for module in MODULES
    for number in range(8)
]
NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)


def placed(held: str, seed: str = "") -> Placement:
    """A placement of somebody who knows exactly those modules and never slips."""
    placement = Placement(MODULES, ITEMS, seed)
    while (item := placement.next_item()) is not None:
        placement.give(item, "right" if item.module in held else "wrong")
    return placement


def skipped(placement: Placement) -> str:
    return "".join(finding.module for finding in placement.findings() if finding.skipped)


# ---------------------------------------------------------------- the model


@pytest.mark.parametrize("held", ["", "a", "abcd", "abcdefg", "abcdefghijkl", "abdefg", "acd"])
def test_what_is_held_is_found_in_15_to_25_questions(held: str) -> None:
    for seed in "xyz":
        placement = placed(held, seed)
        assert skipped(placement) == held
        assert FEWEST <= len(placement.given) <= MOST


@settings(max_examples=60, deadline=None)
@given(seed=st.text(max_size=4), outcomes=st.randoms(use_true_random=False))
def test_whatever_is_answered_it_ends_in_time_and_skips_nothing_unproven(
    seed: str, outcomes: random.Random
) -> None:
    placement = Placement(MODULES, ITEMS, seed)
    while (item := placement.next_item()) is not None:
        placement.give(item, outcomes.choice(("right", "wrong", "unknown")))
    asked = [given.item.question for given in placement.given]
    assert FEWEST <= len(asked) <= MOST
    assert len(set(asked)) == len(asked)
    for finding in placement.findings():
        assert 0 <= finding.right <= finding.asked
        assert finding.right > 0 or not finding.skipped


def test_it_asks_on_where_it_is_not_sure() -> None:
    sure = placed("abcd")
    torn = Placement(MODULES, ITEMS)
    turn = 0
    while (item := torn.next_item()) is not None:
        turn += 1
        torn.give(item, "right" if turn % 2 else "wrong")
    assert len(sure.given) < len(torn.given) <= MOST


def test_the_same_answers_lead_to_the_same_questions() -> None:
    asked = [[given.item for given in placed("abc", seed).given] for seed in ("1", "1", "2")]
    assert asked[0] == asked[1]
    assert asked[0] != asked[2]


def test_a_typed_answer_proves_more_than_a_choice_and_not_knowing_is_no_guess() -> None:
    typed, chosen = ITEMS[0], Item("a", "a/0", 0, "x", "predict", 0.25, 0.15)

    def after(item: Item, outcome: Outcome) -> float:
        return chained([likelihoods(item, outcome)], ["a"])["a"]

    assert after(typed, "right") > after(chosen, "right") > chained([(1, 1)], ["a"])["a"]
    assert after(chosen, "unknown") < after(chosen, "wrong")


def test_a_later_module_speaks_for_the_one_before_it_and_the_other_way_round() -> None:
    nothing = chained([(1, 1)] * 3, "abc")
    right = chained([(1, 1), (1, 1), likelihoods(ITEMS[0], "right")], "abc")
    wrong = chained([likelihoods(ITEMS[0], "wrong"), (1, 1), (1, 1)], "abc")
    assert right["a"] > nothing["a"]
    assert right["b"] > nothing["b"]
    assert wrong["c"] < nothing["c"]


def test_a_course_with_few_questions_ends_when_they_are_used_up() -> None:
    placement = Placement("ab", ITEMS[:4])
    assert placement.modules == ("a",)
    for _ in range(4):
        item = placement.next_item()
        assert item is not None
        placement.give(item, "right")
    assert placement.next_item() is None
    assert skipped(placement) == "a"


# ---------------------------------------------------------------- the questions


def test_short_outputs_are_typed_and_long_ones_and_errors_are_chosen() -> None:
    short = Predict(code="print(1)", because="b", choices=(1, None, "an error"))
    error = Predict(code="print(1)", because="b", choices=(1, "ValueError"))
    long = Predict(code="print(1)", because="b", choices=("1\n2", "2\n1"))
    assert as_asked(Step(predict=short)) == Predict(code="print(1)", because="b")
    assert as_asked(Step(predict=error)) is error
    assert as_asked(Step(predict=long)) is long
    guessed = [kind_of(one).chances(one) for one in (short, long)]
    assert guessed[0][0] < 0.1 < guessed[1][0]


def test_the_course_has_enough_questions_for_every_path_and_asks_about_no_module_kept_whole() -> (
    None
):
    catalogue = Catalogue.open(locations.find())
    for path in catalogue.paths:
        if path.starts_with != "placement":
            continue
        modules = modules_asked(catalogue, path)
        assert not set(modules) & set(path.keep)
        items = bank(catalogue, modules)
        assert len(items) >= 3 * MOST
        assert len({item.module for item in items}) >= 9


# ---------------------------------------------------------------- a learner's placement


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
    known = placement_outcome.rechecks(learner.store, learner.catalogue, learner.skipped())
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
