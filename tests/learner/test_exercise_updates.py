"""Upgrades: what nobody has touched follows the newer course, and what was touched is told of."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from course.learner.exercise_updates import Given, GivenTexts, difference, digest
from course.learner.session import Session
from course.locations import Locations
from tests.checking.door import exercise_named

MINE = "def double(n):\n    return n + n\n"
Upgrade = Callable[..., None]


@pytest.fixture
def upgrade(own_course: Locations) -> Upgrade:
    """Bring out a version of the course: another starter, another test, another place."""
    place = own_course.exercises / "basics" / "double"

    def to(version: int, moved: bool = False) -> None:
        folder = own_course.exercises / "basics" / ("twice" if moved else "double")
        if moved:
            place.rename(folder)
            (folder / "test_double.py").rename(folder / "test_twice.py")
            for file in own_course.lessons.rglob("*.yaml"):
                text = file.read_text("utf-8")
                file.write_text(text.replace("basics/double", "basics/twice"), "utf-8")
            with own_course.course_file.open("a", encoding="utf-8") as course:
                course.write("moved:\n  basics/double: basics/twice\n")
        (folder / "starter.py").write_text(
            f"def double(n):\n    '''Version {version}.'''\n", "utf-8"
        )
        tests = next(folder.glob("test_*.py"))
        tests.write_text(f"{tests.read_text('utf-8')}\n# version {version}\n", "utf-8")

    return to


def opened(locations: Locations, ident: str = "basics/double") -> tuple[str, str, list[str]]:
    """The learner opens an exercise: their text, what is told, the files that are kept."""
    session = Session.open(locations)
    with closing(session.store):
        session.catalogue.refresh()
        exercise = session.catalogue.exercise(ident)
        text = session.load(exercise)
        tests = session.file(exercise).parent / exercise.test_files[0].name
        assert tests.read_bytes() == exercise.test_files[0].read_bytes(), "those that are checked"
        kept = sorted(it.name for it in session.file(exercise).parent.glob("*.before-*"))
        return text, session.task_news(exercise), kept


def test_an_untouched_starter_and_its_tests_are_replaced_by_each_version(
    own_course: Locations, upgrade: Upgrade
) -> None:
    opened(own_course)
    for version in (2, 3):
        upgrade(version)
        assert opened(own_course) == (f"def double(n):\n    '''Version {version}.'''\n", "", [])
    upgrade(4, moved=True)
    assert opened(own_course, "basics/twice")[0].endswith("'''Version 4.'''\n")
    beside = {it.name for it in (own_course.workspace / "basics").iterdir()}
    assert beside == {"twice.py", "test_twice.py"}, "the tests that have moved leave nothing"


def test_a_touched_one_stays_and_what_is_different_is_told_once_a_version(
    own_course: Locations, upgrade: Upgrade
) -> None:
    opened(own_course)
    own = own_course.workspace / "basics" / "double.py"
    own.write_text(MINE, "utf-8")
    for version in (2, 3):
        upgrade(version)
        text, news, kept = opened(own_course)
        assert (text, kept) == (MINE, [])
        assert f"+    '''Version {version}.'''" in news.splitlines()
        assert opened(own_course) == (MINE, "", [])
    assert "-    '''Version 2.'''" in news.splitlines(), "what changed since the last one"
    upgrade(4, moved=True)
    text, news, _ = opened(own_course, "basics/twice")
    assert (text, "+    '''Version 4.'''" in news) == (MINE, True)


def test_tests_that_were_touched_are_kept_and_what_is_not_known_is_left(
    own_course: Locations, upgrade: Upgrade
) -> None:
    opened(own_course)
    tests = own_course.workspace / "basics" / "test_double.py"
    tests.write_text("# my own\n", "utf-8")
    upgrade(2)
    assert opened(own_course)[2] == ["test_double.before-update-1.txt"]
    (own_course.given / "basics" / "double.json").write_bytes(b"\xff{")
    upgrade(3)
    text, news, _ = opened(own_course)
    assert ("Version 2" in text, news) == (True, ""), "it may be the learner's"
    tests.write_text("# my own\n", "utf-8")
    upgrade(4, moved=True)
    opened(own_course, "basics/twice")
    assert tests.read_text("utf-8") == "# my own\n"


def test_what_is_different_is_told_under_the_names_of_brief_and_starter() -> None:
    exercise = exercise_named("clamp")
    as_it_is = Given(starter=exercise.starter, brief=exercise.source.brief)
    assert difference(as_it_is, exercise) == ""
    before = Given(starter=f"{exercise.starter}# old\n", brief=f"{exercise.source.brief}Old.\n")
    lines = difference(before, exercise).splitlines()
    assert [line for line in lines if line.startswith(("---", "+++"))] == [
        *("--- brief before", "+++ brief now"),
        *("--- starter before", "+++ starter now"),
    ]
    assert "-# old" in lines
    assert not any(line.startswith("@@") for line in lines)
    unchanged = [line for line in lines if line.startswith(" ")]
    assert len(unchanged) <= 2, "one line around a change shows its place"


def test_what_was_given_is_kept_for_each_exercise_and_moves_with_it(tmp_path: Path) -> None:
    one, other = Given(brief="one"), Given(brief="other", files={"test.py": digest(b"x")})
    texts = GivenTexts(tmp_path / "given")
    assert texts.of("basics/double") is None
    texts.remember("basics/double", one)
    texts.remember("basics/double", other)
    assert texts.of("basics/double") == other
    assert (other.has("test.py", b"x"), other.has("test.py", b"y")) == (True, False)
    assert not other.has("gone.py", b"x")
    texts.bring("basics/double", "basics/twice")
    assert texts.of("basics/twice") == other
    texts.remember("basics/double", one)
    texts.bring("basics/double", "basics/twice")
    assert texts.of("basics/twice") == other, "what is known of the new one stays"
    nowhere = GivenTexts(None)
    nowhere.remember("basics/double", one)
    assert nowhere.of("basics/double") is None


def test_where_what_was_given_is_kept(tmp_path: Path) -> None:
    texts = GivenTexts(tmp_path / "given")
    texts.remember("basics/double", Given("start", "brief", {"a.py": "0"}))
    file = tmp_path / "given" / "basics" / "double.json"
    assert json.loads(file.read_bytes()) == {
        "starter": "start", "brief": "brief", "files": {"a.py": "0"},
    }  # fmt: skip
    os.utime(file, (0, 0))
    texts.remember("basics/double", Given("start", "brief", {"a.py": "0"}))
    assert file.stat().st_mtime == 0, "it is kept already"
    file.write_bytes(b"{}")
    assert texts.of("basics/double") == Given("", "", {})
    for damage in (b"[", b"\xff", b'{"starter": 1}'):
        file.write_bytes(damage)
        assert texts.of("basics/double") is None
    exercise = exercise_named("clamp")
    given = Given(exercise.starter, exercise.source.brief)
    assert given.is_task_of(exercise)
    assert not Given(exercise.starter, "other").is_task_of(exercise)
    assert not Given("other", exercise.source.brief).is_task_of(exercise)
