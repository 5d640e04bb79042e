"""Placement: adaptive, sure before it ends, nothing skipped without a right answer, never lost."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.learner.placement import (
    ENOUGH,
    ENOUGH_AFTER_GAP,
    FEWEST,
    HELD,
    MOST,
    NOT_HELD,
    PROOF,
    SURE,
    Placement,
)
from course.learner.placement_beliefs import Outcome, PlacementItem

MODULES = tuple("abcdefghijkl")
ITEMS = [
    PlacementItem(
        module, f"{module}/{number // 2}", number, f"{module}{number}", "predict", 0.05, 0.15
    )
    for module in MODULES
    for number in range(8)
]


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
def test_what_is_held_is_found_in_a_bounded_number_of_questions(held: str) -> None:
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
        assert finding.right >= PROOF or not finding.skipped


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


def test_one_right_answer_is_no_proof_whatever_the_neighbours_say() -> None:
    few = [item for item in ITEMS if item.module != "c"]
    few += [item for item in ITEMS if item.module == "c"][: PROOF - 1]
    placement = Placement(MODULES, few)
    while (item := placement.next_item()) is not None:
        placement.give(item, "right")
    finding = next(it for it in placement.findings() if it.module == "c")
    assert finding.right == PROOF - 1
    assert not finding.skipped


def test_what_is_strong_after_a_gap_is_asked_and_found() -> None:
    placement = placed("abi")
    assert skipped(placement) == "abi"
    assert all(finding.asked for finding in placement.findings())


def test_a_course_with_few_questions_ends_when_they_are_used_up() -> None:
    placement = Placement("ab", ITEMS[:4])
    assert placement.modules == ("a",)
    for _ in range(4):
        item = placement.next_item()
        assert item is not None
        placement.give(item, "right")
    assert placement.next_item() is None
    assert skipped(placement) == "a"


def test_a_module_that_stays_unclear_is_not_asked_about_for_ever_and_is_not_skipped() -> None:
    items = [PlacementItem("a", f"a/{n}", n, f"q{n}", "predict", 0.05, 0.15) for n in range(40)]
    torn = Placement(("a",), items)
    for turn in range(FEWEST):
        item = torn.next_item()
        assert item is not None
        torn.give(item, "right" if turn % 2 else "wrong")
        if turn + 1 == ENOUGH:
            assert NOT_HELD < torn.likely["a"] < SURE
    assert torn.is_over
    assert skipped(torn) == ""


def answered(modules: str, **outcomes: str) -> Placement:
    """A placement in which each module named was answered so: `r`ight, `w`rong or `u`nknown."""
    items = [it for it in MANY if it.module in modules]
    placement = Placement(modules, items)
    for module, letters in outcomes.items():
        own = [it for it in items if it.module == module]
        for item, letter in zip(own, letters, strict=False):
            placement.give(item, OUTCOMES[letter])
    return placement


MANY = [
    PlacementItem(module, f"{module}/{n}", n, f"{module}{n}", "predict", 0.05, 0.15)
    for module in "ab"
    for n in range(20)
]
OUTCOMES: dict[str, Outcome] = {"r": "right", "w": "wrong", "u": "unknown"}


def test_after_a_gap_only_what_is_sure_is_skipped() -> None:
    before_none = answered("ab", b="rr")
    assert HELD <= before_none.likely["b"] < SURE
    assert skipped(before_none) == "b"
    after_a_gap = answered("ab", a="u" * 8, b="rrr")
    assert HELD <= after_a_gap.likely["b"] < SURE
    assert skipped(after_a_gap) == ""
    assert skipped(answered("ab", a="u" * 8, b="rrrr")) == "b"


def test_after_a_gap_fewer_questions_are_asked_of_what_stays_unclear() -> None:
    mixed = "rw" * 6
    asked_enough = answered("ab", a="u" * 10, b=mixed[:ENOUGH_AFTER_GAP])
    assert NOT_HELD < asked_enough.likely["b"] < SURE
    assert asked_enough.is_over
    still_open = answered("ab", a="u" * 10, b=mixed[: ENOUGH_AFTER_GAP - 1])
    item = still_open.next_item()
    assert item is not None
    assert item.module == "b"
    no_gap = answered("ab", a="r" * 10, b=mixed[:ENOUGH_AFTER_GAP])
    assert not no_gap.is_over


def test_what_was_dropped_is_never_asked() -> None:
    placement = Placement("ab", MANY)
    for item in MANY[1:]:
        placement.drop(item)
    assert placement.next_item() == MANY[0]
    placement.drop(MANY[0])
    assert placement.is_over


def test_learners_of_uneven_knowledge_are_placed_well_and_hardly_a_module_is_skipped_wrongly() -> (
    None
):
    """Twenty-five who hold modules anywhere, slip, and know a little of the others."""
    near = wrongly = not_held = 0
    for number in range(25):
        chance = random.Random(f"uneven {number}")  # noqa: S311
        holds = {module: chance.random() < 0.6 for module in MODULES}
        knows = {
            item.lesson: chance.random() < (0.93 if holds[item.module] else 0.17) for item in ITEMS
        }
        placement = Placement(MODULES, ITEMS, str(number))
        while (item := placement.next_item()) is not None:
            is_right = knows[item.lesson] and chance.random() > 0.08
            placement.give(item, "right" if is_right else "wrong")
        found = skipped(placement)
        gaps = [place for place, module in enumerate(MODULES) if not holds[module]]
        left = [place for place, module in enumerate(MODULES) if module not in found]
        near += abs(min(gaps, default=12) - min(left, default=12)) <= 1
        wrongly += sum(not holds[module] for module in found)
        not_held += len(gaps)
    assert near >= 22
    assert wrongly <= 0.04 * not_held


@pytest.mark.parametrize(
    ("held", "modules", "likely"),
    [
        ("abcd", "abcdfeeedeacbdedhlkigj", (0.99, 0.989, 0.988, 0.982, 0.029)),
        ("acd", "abbbabbaaecbhdjibklefgdflcbcddc", (0.985, 0.029, 0.982, 0.984, 0.2)),
        ("", "aaaaaagjgdbfikllche", (0.033, 0.123, 0.131, 0.132, 0.13)),
    ],
)
def test_the_same_answers_bring_the_same_questions(
    held: str, modules: str, likely: tuple[float, ...]
) -> None:
    """Every number of the model is in this: another one asks other questions."""
    placement = placed(held, "x")
    assert "".join(given.item.module for given in placement.given) == modules
    found = [round(finding.likely, 3) for finding in placement.findings()]
    assert tuple(found[: len(likely)]) == pytest.approx(likely, abs=0.0015)
