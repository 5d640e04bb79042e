"""Packs beside the course: read like the course, and nothing of them opens the sandbox."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from course.catalogue import Catalogue
from course.errors import ContentError
from course.learner.packs.adding import add
from course.locations import Locations
from tests.learner.packs import look_alike


def test_what_opens_the_sandbox_is_refused_wherever_it_stands(
    small_course: Locations, tmp_path: Path
) -> None:
    add(small_course, Catalogue.open(small_course), look_alike.exercise(tmp_path / "greet-people"))
    [file] = small_course.packs.rglob("exercise.yaml")
    source = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**source, "needs": ["processes"]}), encoding="utf-8")
    [lesson] = small_course.packs.rglob("001-*.yaml")
    steps = {"steps": [{"example": {"code": "print(1)", "needs": ["localhost"]}}]}
    known = json.loads(lesson.read_text(encoding="utf-8"))
    lesson.write_text(json.dumps({**known, **steps}), encoding="utf-8")
    catalogue = Catalogue.open(small_course)
    with pytest.raises(ContentError, match="opens the sandbox"):
        catalogue.exercise("greet-people/greet_people")
    with pytest.raises(ContentError, match="opens the sandbox"):
        catalogue.lesson("greet-people/part-1")


def test_a_pack_that_cannot_be_read_is_told_and_the_course_goes_on(
    small_course: Locations,
) -> None:
    broken = small_course.packs / "broken/lessons"
    broken.mkdir(parents=True)
    (broken / "course.yaml").write_text("modules: 3\n", encoding="utf-8")
    twin = small_course.packs / "twin"
    (twin / "lessons/basics").mkdir(parents=True)
    (twin / "lessons/course.yaml").write_text("title: T\nmodules: [basics]\n", encoding="utf-8")
    (twin / "lessons/basics/module.yaml").write_text("title: Mine\n", encoding="utf-8")
    catalogue = Catalogue.open(small_course)
    assert [module.title for module in catalogue.modules if module.id == "basics"] == ["Basics"]
    told = "\n".join(str(problem) for problem in catalogue.problems)
    assert "broken" in told
    assert "there is a module `basics` already" in told
