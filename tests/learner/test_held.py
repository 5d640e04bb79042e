"""Which modules are skipped and by what, what opens again, what is asked once more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from course.catalogue import Catalogue
from course.learner.held import HOW, Held, held, rechecks
from course.learner.placement_outcome import DECISION, conclusion
from course.learner.records import Attempt, Decision, Help, Review, stamp
from course.learner.store import Store
from course.locations import Locations
from course.model import PathSource

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "progress.sqlite3", tmp_path / "backups", clock=lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def catalogue(small_course: Locations) -> Catalogue:
    return Catalogue.open(small_course)


def conclude(store: Store, **modules: bool) -> None:
    findings = [
        {"module": module, "likely": 0.9, "right": 1, "asked": 1, "skipped": held}
        for module, held in modules.items()
    ]
    value = {"round": "r", "findings": findings}
    store.append(Decision(**store.new_row(), name=DECISION, value=value))


def skipped(store: Store, catalogue: Catalogue, path: PathSource | None) -> frozenset[str]:
    return frozenset(held(store, catalogue, path))


def path(*keep: str) -> PathSource:
    return PathSource(id="p", title="P", audience="a", modules=("basics", "loops"), keep=keep)


def test_the_newest_conclusion_holds_and_none_is_none(store: Store, catalogue: Catalogue) -> None:
    assert conclusion(store) is None
    assert skipped(store, catalogue, None) == frozenset()
    conclude(store, basics=True, loops=False)
    conclude(store, basics=False, loops=True, gone=True)
    found = conclusion(store)
    assert found is not None
    assert found.skipped == ("loops", "gone")
    assert skipped(store, catalogue, None) == {"loops"}
    assert skipped(store, catalogue, path()) == {"loops"}
    assert skipped(store, catalogue, path("loops")) == frozenset()


def test_only_a_failed_recheck_since_opens_a_module_again(
    store: Store, catalogue: Catalogue
) -> None:
    def review(card: str, rating: int) -> None:
        store.append(Review(**store.new_row(), card=card, rating=rating, item="i"))

    review("concept:for_loop", 1)
    conclude(store, basics=True, loops=True)
    assert skipped(store, catalogue, None) == {"basics", "loops"}
    review("concept:for_loop", 2)
    assert skipped(store, catalogue, None) == {"basics", "loops"}
    review("concept:for_loop", 1)
    assert skipped(store, catalogue, None) == {"basics"}


def test_a_few_concepts_a_day_are_asked_again(store: Store, own_course: Locations) -> None:
    lesson = own_course.lessons / "02-loops" / "01-for.yaml"
    text = lesson.read_text(encoding="utf-8")
    for number in range(7):
        more = own_course.lessons / "02-loops" / f"{number + 10}-more-{number}.yaml"
        more.write_text(text.replace("for_loop", f"loop_{number}"), encoding="utf-8")
    conclude(store, loops=True)
    catalogue = Catalogue.open(own_course)
    found = rechecks(held(store, catalogue, None).values(), catalogue)
    assert list(found)[:2] == ["for_loop", "loop_0"]
    days = list(dict.fromkeys(found.values()))
    start = conclusion(store)
    assert start is not None
    first = datetime.fromisoformat(start.at)
    assert days == [stamp(first), stamp(first + timedelta(days=1))]
    assert list(found.values()).count(days[0]) == 6
    assert rechecks([], catalogue) == {}


def decide(store: Store, value: str) -> None:
    store.append(Decision(**store.new_row(), name="standing of loops", value=value))


def test_a_word_holds_a_module_and_a_word_takes_it_back(store: Store, catalogue: Catalogue) -> None:
    store.append(Decision(**store.new_row(), name="path", value="known"))
    assert held(store, catalogue, None) == {}
    decide(store, "known")
    [loops] = held(store, catalogue, None).values()
    assert (loops.module, loops.how) == ("loops", "word")
    decide(store, "back")
    decide(store, "back")
    assert held(store, catalogue, None) == {}
    decide(store, "something else")
    assert held(store, catalogue, None) == {}


@pytest.mark.parametrize(
    ("verdict", "hints", "with_help", "is_held"),
    [
        ("passed", 0, False, True),
        ("failed", 0, False, False),
        ("passed", 1, False, False),
        ("passed", 0, True, False),
    ],
)
def test_an_exercise_that_is_solved_alone_holds_its_module(
    store: Store, catalogue: Catalogue, verdict: str, hints: int, with_help: bool, is_held: bool
) -> None:
    def made(exercise: str, verdict: str, hints: int = 0) -> Attempt:
        what = {"exercise": exercise, "verdict": verdict, "hints": hints}
        return Attempt(**store.new_row(), **what, source_hash="", source="")

    def attempt(verdict: str, hints: int, with_help: bool = False) -> str:
        row = made("e", verdict, hints)
        store.append(row)
        if with_help:
            passed = Help(**store.new_row(), exercise="e", rung="passed", text=row.uuid)
            store.append(passed)
        return row.at

    attempt("passed", 0)  # before it was asked for
    decide(store, "test e")
    assert held(store, catalogue, None) == {}
    at = attempt(verdict, hints, with_help)
    found = held(store, catalogue, None)
    assert found == ({"loops": Held("loops", at, "code")} if is_held else {})
    other = made("other", "passed")
    store.append(other)
    assert held(store, catalogue, None) == found
    after = attempt("passed", 0)
    assert held(store, catalogue, None)["loops"].at == (at if is_held else after)


def test_what_says_that_a_module_is_held_is_told_in_words() -> None:
    assert [HOW[it] for it in ("placement", "code", "word")] == [
        *("by placement", "tested out by code", "on your word"),
    ]


def test_a_lesson_that_teaches_nothing_has_nothing_to_be_asked_again(
    own_course: Locations,
) -> None:
    lesson = own_course.lessons / "01-basics" / "01-functions.yaml"
    text = lesson.read_text(encoding="utf-8").replace(
        "teaches: [function, return, arithmetic]", "teaches: []"
    )
    lesson.write_text(text, encoding="utf-8")
    at = stamp(NOW)
    assert rechecks([Held("basics", at, "word")], Catalogue.open(own_course)) == {"f_string": at}
