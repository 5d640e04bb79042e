"""What answers say of modules: neighbours, guesses, slips, and what kind of learner answers."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.learner.placement_beliefs import (
    CARES,
    HELD,
    IN_PART,
    NEW,
    ORDERS,
    PART,
    Beliefs,
    ModuleOrder,
    Outcome,
    PlacementItem,
    chained,
    chances,
)

MODULES = "abcdefgh"


def item(module: str, guess: float = 0.05) -> PlacementItem:
    return PlacementItem(module, f"{module}/1", 0, module, "predict", guess, 0.15)


def after(*answers: tuple[str, Outcome], guess: float = 0.05) -> Beliefs:
    beliefs = Beliefs(MODULES)
    for module, outcome in answers:
        beliefs.give(item(module, guess), outcome)
    return beliefs


@pytest.mark.parametrize("knows", [HELD, PART, NEW])
@pytest.mark.parametrize("care", CARES)
def test_something_is_answered_always(knows: float, care: float) -> None:
    every = chances(item("a", 0.25), knows, care)
    assert sum(every.values()) == pytest.approx(1)
    assert all(0 <= one <= 1 for one in every.values())


def test_a_typed_answer_proves_more_than_a_choice_and_not_knowing_is_no_guess() -> None:
    nothing = after().likely["a"]
    typed = after(("a", "right")).likely["a"]
    chosen = after(("a", "right"), guess=0.5).likely["a"]
    assert typed > chosen > nothing
    assert after(("a", "unknown")).likely["a"] < after(("a", "wrong")).likely["a"] < nothing


def test_a_later_module_speaks_for_the_one_before_it_and_the_other_way_round() -> None:
    nothing = after().likely
    assert after(("b", "right")).likely["a"] > nothing["a"]
    assert after(("b", "right")).likely["c"] > nothing["c"]
    assert after(("a", "wrong")).likely["b"] < nothing["b"]


def test_whose_knowledge_is_uneven_is_believed_of_each_module_by_itself() -> None:
    in_order = after(*[(module, "right") for module in "abcefgh"] * 2)
    uneven = after(*[(it, "right" if it in "aceg" else "wrong") for it in "abcefgh"] * 2)
    for beliefs in (in_order, uneven):
        beliefs.give(item("d"), "right")
    assert in_order.likely["d"] > 0.97 > 0.93 > uneven.likely["d"]


def test_a_slip_of_somebody_careless_says_less() -> None:
    careful = after(*[(it, "right") for it in "abdefgh"] * 2)
    careless = after(*[(it, "right") for it in "abdefgh"] * 2, *[(it, "wrong") for it in "abd"])
    for beliefs in (careful, careless):
        beliefs.give(item("c"), "wrong")
    told = [beliefs.information(item("c")) for beliefs in (careful, careless)]
    assert all(bits > 0 for bits in told)
    assert careless._care > careful._care


def test_a_question_tells_most_where_little_is_known() -> None:
    beliefs = after(*[("a", "right")] * 5)
    assert beliefs.information(item("h")) > beliefs.information(item("a")) >= 0
    assert beliefs.information(item("h")) > beliefs.information(item("h", guess=0.5))


def test_what_is_no_module_any_more_changes_nothing() -> None:
    assert after(("x", "right")).likely == after().likely
    assert Beliefs("").likely == {}


@given(st.lists(st.tuples(st.floats(0.05, 1), st.floats(0.05, 1)), min_size=1, max_size=4))
@settings(max_examples=30)
@pytest.mark.parametrize("order", ORDERS)
def test_how_likely_each_is_held_is_what_all_ways_of_holding_them_add_up_to(
    order: ModuleOrder, evidence: list[tuple[float, float]]
) -> None:
    held, every = [0.0] * len(evidence), 0.0
    for way in product((True, False), repeat=len(evidence)):
        chance, before = 1.0, None
        for holds, (if_held, if_not) in zip(way, evidence, strict=True):
            likely = order.first if before is None else order.stays if before else order.returns
            chance *= (likely * if_held) if holds else (1 - likely) * if_not
            before = holds
        every += chance
        held = [so_far + chance * holds for so_far, holds in zip(held, way, strict=True)]
    foretold, found = chained(evidence, order)
    assert foretold == pytest.approx(every)
    assert found == pytest.approx([one / every for one in held])


def test_what_is_certain_has_nothing_more_to_tell() -> None:
    beliefs = after(*[("a", "right")] * 60)
    assert beliefs.likely["a"] == pytest.approx(1.0)
    assert beliefs.information(item("a")) == pytest.approx(0.0)


def test_a_question_tells_what_its_answers_depend_on_the_module() -> None:
    beliefs, one = after(("a", "right"), ("b", "wrong"), ("c", "unknown")), item("b")

    def uncertain(parts: Iterable[float]) -> float:
        return -sum(part * math.log2(part) for part in parts if part)

    likely = beliefs.likely["b"]
    in_part = IN_PART * sum(chances(one, PART, care)["wrong"] for care in CARES)
    not_at_all = (1 - IN_PART) * sum(chances(one, NEW, care)["wrong"] for care in CARES)
    part = in_part / (in_part + not_at_all)
    held, some, new = (chances(one, knows, beliefs._care) for knows in (HELD, PART, NEW))
    if_not = {it: part * some[it] + (1 - part) * new[it] for it in held}
    every = [likely * held[it] + (1 - likely) * if_not[it] for it in held]
    known = likely * uncertain(held.values()) + (1 - likely) * uncertain(if_not.values())
    assert beliefs.information(one) == pytest.approx(uncertain(every) - known)
    assert 0.01 < beliefs.information(one) < 1


def test_the_numbers_of_somebody_who_has_answered_four() -> None:
    def rounded(numbers: Iterable[float]) -> list[float]:
        return [round(one, 4) for one in numbers]

    new = [0.75, 0.6925, 0.6624, 0.6411, 0.6252, 0.6134, 0.6045, 0.5978]
    assert rounded(after().likely.values()) == new
    beliefs = after(("a", "right"), ("b", "wrong"), ("c", "unknown"), ("d", "right"))
    likely = [0.8358, 0.3589, 0.1988, 0.7054, 0.5787, 0.5674, 0.5673, 0.568]
    assert rounded(beliefs.likely.values()) == likely
    assert round(beliefs._care, 4) == 0.7804
    told = (beliefs.information(item(module, 0.25)) for module in "abch")
    assert rounded(told) == [0.1128, 0.2014, 0.1401, 0.2139]


@pytest.mark.parametrize(
    ("knows", "care", "right", "unknown", "wrong"),
    [
        (HELD, 0.3, 0.8886, 0.04, 0.0714),
        (HELD, 1.3, 0.7506, 0.04, 0.2094),
        (HELD, 4.0, 0.47, 0.04, 0.49),  # nobody slips more often than every other time
        (PART, 0.3, 0.4155, 0.325, 0.2595),
        (PART, 1.3, 0.363, 0.325, 0.312),
        (NEW, 0.3, 0.1748, 0.47, 0.3552),
        (NEW, 4.0, 0.1475, 0.47, 0.3825),
    ],
)
def test_the_chances_of_a_question(
    knows: float, care: float, right: float, unknown: float, wrong: float
) -> None:
    found = chances(item("a", 0.25), knows, care)
    wanted = {"right": right, "unknown": unknown, "wrong": wrong}
    assert {it: round(one, 4) for it, one in found.items()} == wanted
