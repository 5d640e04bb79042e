"""Every way to break content that reading shows: what must be said, where, and nothing besides."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from course import locations
from course.authoring.gate.content import read_content
from course.authoring.gate.exercises import check_counts, check_files, read_rules, todos
from course.authoring.gate.findings import Finding
from course.authoring.gate.lessons import READ
from course.authoring.gate.reading import check_brief, check_words
from course.authoring.gate.snapshot import Snapshot
from course.authoring.gate.structure import check_structure
from course.authoring.gate.subject import Subject
from course.locations import Locations
from tests.authoring.broken_content import EDITS, MADE, MOVES
from tests.authoring.conftest import GOOD_COURSE


class Copy:
    """A copy of the good course that is read again only where it was changed."""

    def __init__(self, root: Path, where: Locations) -> None:
        self.root, self._where = root, where

    def told(self, about: str = "") -> list[Finding]:
        """What is told without running anything: of the whole course, of the unit in `about`."""
        content = read_content(self._where, Snapshot(self._where.cache / "content"))
        told = [*check_structure(content), *check_words(content)]
        for lesson in content.lessons.values():
            if self._is_in(lesson.path, about):
                told += [one for look in READ for one in look(content, lesson)] + todos(lesson.path)
        for exercise in content.exercises.values():
            if not self._is_in(exercise.folder, about):
                continue
            subject = Subject(content, exercise, None)  # type: ignore[arg-type]
            told += [*todos(exercise.folder), *check_counts(subject), *check_files(subject)]
            if not check_files(subject):
                told += [*read_rules(subject), *check_brief(content, exercise)]
        return told

    def _is_in(self, place: Path, about: str) -> bool:
        return f"{self.root / about}/".startswith(f"{place}/") or place.is_relative_to(
            self.root / about
        )

    def lines_with(self, file: str, text: str) -> set[int]:
        """The lines on which a text of a file begins."""
        source = (self.root / file).read_text("utf-8")
        return {
            source[: found.start()].count("\n") + 1
            for found in re.finditer(re.escape(text), source)
        }


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("corpus")
    shutil.copytree(GOOD_COURSE, root / "content")
    return root


@pytest.fixture
def course(kept: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Copy]:
    """The copy; what a test does to it is put back."""
    root = kept / "content"
    monkeypatch.setenv("COURSE_CONTENT", str(root))
    before = {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}
    yield Copy(root, locations.find(kept / "home"))
    for file in [one for one in root.rglob("*") if one.is_file() and one not in before]:
        file.unlink()
    for file, content in before.items():
        if not file.is_file() or file.read_bytes() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    for folder in sorted(root.rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def only(told: list[Finding], words: str) -> Finding:
    found = [one for one in told if words in one.text]
    assert found, (
        "\n".join(f"{one.file}:{one.line}: {one.text}" for one in told) or "nothing is told"
    )
    return found[0]


def test_nothing_is_said_of_content_that_is_right(course: Copy) -> None:
    assert course.told() == []


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "words"),
    [row for row in EDITS if row[4]],
    ids=[f"{row[0].rpartition('/')[2]}: {row[4]}" for row in EDITS if row[4]],
)
def test_an_edit_that_breaks_it(
    course: Copy, file: str, old: str, new: str, place: str, words: str
) -> None:
    path = course.root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    told = only(course.told(file), words)
    if not place:
        return
    assert Path(told.file) == path
    near = course.lines_with(file, place)
    assert told.line is not None
    assert any(abs(told.line - line) <= 1 for line in near), (told, near)


@pytest.mark.parametrize(("made", "text", "place", "words"), MADE, ids=[row[0] for row in MADE])
def test_a_file_that_does_not_belong_there(
    course: Copy, made: str, text: str | None, place: str, words: str
) -> None:
    lesson = (course.root / "lessons/02-web/01-adding-up.yaml").read_text("utf-8")
    file = course.root / made
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(lesson if text is None else text, "utf-8")
    assert Path(only(course.told(place), words).file) == course.root / place


@pytest.mark.parametrize(
    ("old", "new", "place", "words"), MOVES, ids=[f"{r[0]} {r[1]}" for r in MOVES]
)
def test_a_file_that_is_gone_or_has_another_name(
    course: Copy, old: str, new: str, place: str, words: str
) -> None:
    path = course.root / old
    if new:
        path.rename(course.root / new)
    else:
        path.unlink()
    assert Path(only(course.told(place), words).file) == course.root / place
