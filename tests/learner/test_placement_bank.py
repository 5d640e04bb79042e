"""Which questions a placement may ask."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from course import locations
from course.catalogue import Catalogue
from course.learner.placement import (
    MOST,
)
from course.learner.placement_bank import as_asked, bank, modules_asked
from course.learner.questions.table import kind_of
from course.locations import Locations
from course.model import PathSource, Predict, Step

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


def test_the_course_has_enough_questions_for_every_path_and_asks_about_no_module_kept_whole(
    indexed: Callable[[Locations], Locations],
) -> None:
    catalogue = Catalogue.open(indexed(locations.find()))
    for path in catalogue.paths:
        if path.starts_with != "placement":
            continue
        modules = modules_asked(catalogue, path)
        assert not set(modules) & set(path.keep)
        items = bank(catalogue, modules)
        assert len(items) >= 3 * MOST
        assert len({item.module for item in items}) >= 9


def test_a_path_asks_about_its_modules_without_those_kept_whole(small_course: Locations) -> None:
    catalogue = Catalogue.open(small_course)
    path = PathSource(id="p", title="P", audience="a", modules=("basics", "loops"), keep=("loops",))
    assert modules_asked(catalogue, path) == ("basics",)
    assert modules_asked(catalogue, None) == ("basics", "loops")


def test_a_module_with_too_few_questions_is_not_asked_about(own_course: Locations) -> None:
    catalogue = Catalogue.open(own_course)
    items = bank(catalogue, ["basics", "loops"])
    assert {item.module for item in items} == {"basics"}
    assert bank(catalogue, ["loops"]) == []
    assert {item.kind for item in items} <= {"predict", "order", "blank", "spot", "match"}


def test_a_lesson_that_cannot_be_read_is_left_out(own_course: Locations) -> None:
    catalogue = Catalogue.open(own_course)
    before = bank(catalogue, ["basics"])
    file = own_course.lessons / "01-basics" / "02-texts.yaml"
    file.write_text("title: [", encoding="utf-8")
    after = bank(catalogue, ["basics"])
    assert {item.lesson for item in before} - {item.lesson for item in after} <= {"basics/texts"}


@pytest.mark.parametrize(("more", "count"), [(2, 0), (3, 3)])
def test_a_module_with_three_questions_is_asked_about(
    own_course: Locations, more: int, count: int
) -> None:
    file = own_course.lessons / "02-loops" / "01-for.yaml"
    text = file.read_text(encoding="utf-8")
    steps = "".join(
        f"  - predict: {{shows: [for_loop], code: print({number}), because: So.}}\n"
        for number in range(more)
    )
    file.write_text(text.replace("  - exercise:", f"{steps}  - exercise:"), encoding="utf-8")
    items = bank(Catalogue.open(own_course), ["loops"])
    assert [(it.kind, it.lesson, it.step) for it in items] == [
        ("predict", "loops/for", number) for number in range(3, 3 + count)
    ]
