"""The catalogue: ids, their order, and which one was meant."""

from __future__ import annotations

import pytest

from course.catalogue import Catalogue
from course.errors import UnknownId
from course.locations import Locations


def test_lessons_and_exercises_come_in_course_order(small_course: Locations) -> None:
    catalogue = Catalogue.open(small_course)

    assert catalogue.lesson_ids == ("basics/functions", "basics/texts", "loops/for")
    assert catalogue.exercise_ids == ("basics/double", "basics/label", "loops/total_weight")
    assert catalogue.problems == ()
    after = catalogue.next_lesson("basics/texts")
    assert after is not None
    assert after.id == "loops/for"
    assert catalogue.next_lesson("loops/for") is None
    assert catalogue.previous_lesson("basics/functions") is None


def test_an_exercise_knows_its_lesson_and_a_concept_where_it_is_taught(
    small_course: Locations,
) -> None:
    catalogue = Catalogue.open(small_course)

    lesson = catalogue.lesson_of("basics/double")
    assert lesson is not None
    assert lesson.id == "basics/functions"
    teaching = catalogue.lesson_teaching("for_loop")
    assert teaching is not None
    assert teaching.id == "loops/for"
    assert catalogue.concepts["return"].name == "return"


@pytest.mark.parametrize(
    ("asked", "near"),
    [("basics/funktions", "basics/functions"), ("functions", "basics/functions")],
)
def test_an_unknown_id_names_the_nearest(small_course: Locations, asked: str, near: str) -> None:
    with pytest.raises(UnknownId, match=f"There is no lesson `{asked}`. Did you mean `{near}`?"):
        Catalogue.open(small_course).lesson(asked)


def test_an_id_like_nothing_says_how_to_find_one(small_course: Locations) -> None:
    with pytest.raises(UnknownId, match="`course list` shows what there is"):
        Catalogue.open(small_course).exercise("zzzz")
