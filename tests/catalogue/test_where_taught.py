"""Where a hint's subject was taught: as its author says, else as the concepts tell."""

from __future__ import annotations

import pytest

from course.catalogue import Catalogue
from course.catalogue.where_taught import Links, Taught
from course.locations import Locations
from course.model import LinkedHint


@pytest.fixture
def links(small_course: Locations) -> Links:
    catalogue = Catalogue.open(small_course)
    return Links(
        catalogue.concepts,
        {"function": "basics/functions", "return": "basics/functions", "f_string": "basics/texts"},
        {ident: it.title for ident, it in catalogue.lessons.items()},
        lambda ident: catalogue.lesson(ident) if ident in catalogue.lessons else None,
    )


@pytest.mark.parametrize(
    ("hint", "practises", "step"),
    [
        ("Which `return` leaves first?", ("f_string", "return"), ("basics/functions", 1)),
        ("It is `def`, then a name.", ("f_string", "function"), ("basics/functions", 1)),
        ("Where is the f-string?", ("return", "f_string"), ("basics/texts", 1)),
        ("Try it on paper.", ("return", "f_string"), ("basics/texts", 1)),
        (LinkedHint("Again.", "basics/functions#5"), ("f_string",), ("basics/functions", 5)),
        ('Look. (Lesson "Functions hand values back", step 2.)', (), ("basics/functions", 2)),
    ],
)
def test_a_hint_leads_to_where_its_subject_was_taught(
    links: Links, hint: str | LinkedHint, practises: tuple[str, ...], step: tuple[str, int]
) -> None:
    found = links.of_hint(hint, practises)
    assert found is not None
    assert (found.lesson, found.step) == step


@pytest.mark.parametrize("see", ["basics/functions#99", "basics/nowhere#1", "basics/functions#0"])
def test_a_step_that_is_not_there_is_no_link(links: Links, see: str) -> None:
    assert links.at(see) is None


def test_nothing_is_claimed_of_what_nobody_taught(links: Links) -> None:
    assert links.of_hint("Think of the generator.", ("generator",)) is None


def test_a_link_is_said_with_its_title() -> None:
    assert Taught("a/b", "Giving back", 3, 8).words == "Lesson “Giving back”, step 3"
