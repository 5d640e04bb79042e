"""Paths: every one of the course can be chosen, leads on, and leaves out what was not chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from course import locations
from course.errors import ContentError
from course.learner.session import Session
from course.locations import Locations

PATHS = ["zero-to-developer", "career-change", "backend", "async-services", "data"]


@pytest.fixture
def course(indexed: Callable[[Locations], Locations]) -> Iterator[Session]:
    session = Session.open(indexed(locations.find()))
    yield session
    session.store.close()


def test_the_course_has_its_five_paths(course: Session) -> None:
    assert sorted(path.id for path in course.catalogue.paths) == sorted(PATHS)


@pytest.mark.parametrize("ident", PATHS)
def test_following_a_path_meets_all_of_its_lessons_in_order(course: Session, ident: str) -> None:
    course.choose_path(ident)
    path = course.path()
    assert path is not None
    met = [course.here().lesson]
    while (following := course.next_lesson(met[-1])) is not None:
        met.append(following.id)
    expected = [lesson.id for module in course.modules() for lesson in module.lessons]
    assert met == expected
    assert tuple(dict.fromkeys(it.partition("/")[0] for it in met)) == path.modules


def test_the_back_end_takes_one_framework_or_both(course: Session) -> None:
    course.choose_path("backend", ("fastapi",))
    chosen = [module.id for module in course.modules()]
    assert "fastapi" in chosen
    assert "django" not in chosen
    course.choose_path("data")
    course.choose_path("backend")
    assert "django" not in [module.id for module in course.modules()]
    course.choose_path("backend", ("django", "fastapi"))
    assert {"django", "fastapi"} <= {module.id for module in course.modules()}


def test_career_change_begins_with_a_placement_and_keeps_the_work_modules(course: Session) -> None:
    course.choose_path("career-change")
    path = course.path()
    assert path is not None
    assert path.starts_with == "placement"
    assert "tools-of-the-trade" in path.keep


def test_a_lesson_beside_the_path_goes_on_in_the_courses_order(small_course: Locations) -> None:
    session = Session.open(small_course)
    session.choose_path("loops-only")
    following = session.next_lesson("basics/functions")
    assert following is not None
    assert following.id == "basics/texts"
    assert session.next_lesson("loops/for") is None
    session.store.close()


def test_a_path_names_only_its_own_modules(own_course: Locations) -> None:
    text = own_course.course_file.read_text(encoding="utf-8")
    own_course.course_file.write_text(
        text.replace("    modules: [loops]", "    modules: [loops]\n    keep: [basics]"),
        encoding="utf-8",
    )
    with pytest.raises(ContentError, match="names `basics` in `keep` or `one_of`"):
        Session.open(own_course).here()


def test_a_path_can_have_only_some_lessons_of_a_module(own_course: Locations) -> None:
    text = own_course.course_file.read_text(encoding="utf-8")
    own_course.course_file.write_text(
        text.replace(
            "    modules: [loops]", "    modules: [basics, loops]\n    only: [basics/texts]"
        ),
        encoding="utf-8",
    )
    session = Session.open(own_course)
    session.choose_path("loops-only")
    assert session.here().lesson == "basics/texts"
    following = session.next_lesson("basics/texts")
    assert following is not None
    assert following.id == "loops/for"
    assert [len(module.lessons) for module in session.modules()] == [1, 1]
    session.store.close()
