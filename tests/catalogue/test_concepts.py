"""A concept's name, and what was taught by a lesson."""

from __future__ import annotations

from course.catalogue.concepts import concept_name, taught_before
from course.model import Concept


def test_a_concept_that_the_course_no_longer_has_is_called_by_its_id() -> None:
    known = {"for_loop": Concept(name="`for` loop", means="Do it for each.")}
    assert concept_name("for_loop", known) == "`for` loop"
    assert concept_name("while_loop", known) == "while loop"


def test_what_a_lesson_teaches_is_known_in_it_and_what_comes_later_is_not() -> None:
    lessons = [("a", ["name"]), ("b", ["loop", "list"]), ("c", ["class"])]
    assert taught_before("a", lessons) == {"name"}
    assert taught_before("b", lessons) == {"name", "loop", "list"}
    assert taught_before("unknown", lessons) == {"name", "loop", "list", "class"}
