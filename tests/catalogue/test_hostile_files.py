"""Every kind of file that a pack brings, or a learner edits, is read with the same bounds.

A module, a project, a review and the settings are tried with what costs without end, what is no
text and what is no file. Each is told with its name and its fix, and nothing outside is read.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from course.catalogue import Catalogue
from course.catalogue.exercises import read_exercise
from course.errors import ContentError, CourseError
from course.locations import Locations
from course.ui.settings import Settings, read_settings, write_settings
from tests.catalogue.test_documents import ALIASES

REVIEW = "title: t\nkind: review\nminutes: 5\ndifficulty: 1\npractises: [f]\nbrief: b\n"
KINDS = ("course", "module", "lesson", "exercise", "defects", "milestone", "settings")

HOSTILE: dict[str, str | bytes] = {
    "aliases": ALIASES,
    "depth": "a: " + "[" * 60 + "]" * 60,
    "no end of depth": "[" * 200_000,
    "size": b"brief: " + b"x" * 2_000_000,
    "many parts": "a: [" + "b, " * 30_000 + "b]",
    "digits": "minutes: " + "9" * 5_000,
    "a control character": "title: a\x1b[2Jb\n",
    "an escape in a key": '"\\e]0;owned\\a\\u202e": 1\n',
    "no UTF-8": b"title: \xff\xfe\n",
    "a zero": "title: a\0b\n",
    "an object": "!!python/object/apply:os.getcwd []\n",
    "nothing": "",
    "a list": "- a\n- b\n",
    "a word": "none\n",
}
"""What a file may hold."""


def _to_secret(file: Path) -> None:
    secret = file.parent.parent.parent.parent.parent / "secret.yaml"
    secret.write_text("title: a secret\n", encoding="utf-8")
    file.symlink_to(secret)


PLACES: dict[str, Callable[[Path], object]] = {
    "a folder": lambda file: file.mkdir(),
    "a pipe": lambda file: os.mkfifo(file),
    "a link out": _to_secret,
    "a link to a device": lambda file: file.symlink_to("/dev/zero"),
    "a link to nothing": lambda file: file.symlink_to("nothing.yaml"),
    "a link to itself": lambda file: file.symlink_to(file.name),
}
"""What may lie in the place of a file."""


@pytest.fixture
def pack(own_course: Locations) -> Locations:
    """The small course with a review and a project."""
    folder = own_course.exercises / "basics"
    for name, text in (("review", REVIEW), ("project", REVIEW.replace("review", "project"))):
        (folder / name).mkdir()
        (folder / name / "exercise.yaml").write_text(text, encoding="utf-8")
    (folder / "review" / "change.diff").write_text("+a\n", encoding="utf-8")
    defects = "defects: [{lines: [1], category: bug, why: w, serious: true}]\n"
    (folder / "review" / "defects.yaml").write_text(defects, encoding="utf-8")
    stage = folder / "project" / "milestones" / "01-first"
    stage.mkdir(parents=True)
    (stage / "milestone.yaml").write_text("title: t\nbrief: b\n", encoding="utf-8")
    (stage / "test_first.py").write_text("def test_a():\n    assert True\n", encoding="utf-8")
    own_course.settings.parent.mkdir(parents=True)
    own_course.settings.write_text("theme: dark\n", encoding="utf-8")
    return own_course


def _file(pack: Locations, kind: str) -> Path:
    folder = pack.exercises / "basics"
    return {
        "course": pack.course_file,
        "module": pack.lessons / "01-basics" / "module.yaml",
        "lesson": pack.lessons / "01-basics" / "01-functions.yaml",
        "exercise": folder / "double" / "exercise.yaml",
        "defects": folder / "review" / "defects.yaml",
        "milestone": folder / "project" / "milestones" / "01-first" / "milestone.yaml",
        "settings": pack.settings,
    }[kind]


def _told(pack: Locations, kind: str) -> str:
    """What is said where the file is used; it is always an error that can be shown."""
    try:
        if kind == "settings":
            read_settings(pack.settings)
        elif kind in ("defects", "milestone"):
            read_exercise(
                _file(pack, "exercise").parent.with_name(
                    {"defects": "review", "milestone": "project"}[kind]
                )
            )
        else:
            return "\n".join(map(str, Catalogue.open(pack).problems))
    except CourseError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_pack_holds_is_read(pack: Locations, kind: str) -> None:
    if kind != "settings":
        assert _told(pack, kind) == ""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_file_costs_too_much_or_says_nothing(
    pack: Locations, kind: str, text: str | bytes
) -> None:
    file = _file(pack, kind)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    told = _told(pack, kind)
    is_empty_settings = kind == "settings" and not text
    assert (file.name in told) != is_empty_settings
    assert len(told) < 200_000


@pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_nothing_is_read_but_files_that_lie_there(
    pack: Locations, kind: str, place: Callable[[Path], object]
) -> None:
    file = _file(pack, kind)
    file.unlink()
    place(file)
    told = _told(pack, kind)
    assert file.name in told or kind in ("module", "settings")  # both may be missing
    assert "a secret" not in told
    if kind == "module":
        assert all(it.title != "a secret" for it in Catalogue.open(pack).modules)


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
@pytest.mark.parametrize(
    "place", ["lessons/01-basics", "exercises/basics", "exercises/basics/label"]
)
def test_a_folder_that_leads_out_is_a_problem_and_not_read(pack: Locations, place: str) -> None:
    folder = pack.content / place
    outside = pack.content.parent / "outside"
    shutil.move(folder, outside)
    folder.symlink_to(outside)
    catalogue = Catalogue.open(pack)
    assert f"{folder.name}: this is a link that leads out of its folder" in "\n".join(
        map(str, catalogue.problems)
    )
    assert "basics/label" not in catalogue.exercises or "lessons" in place


@pytest.mark.parametrize("source", ["-" * 200_000 + "1", "(" * 5_000, "x = '\0'", "\0"])
def test_code_of_a_pack_that_no_parser_takes_is_told(pack: Locations, source: str) -> None:
    file = pack.exercises / "basics" / "double" / "mistakes" / "deep.py"
    file.write_text(source, encoding="utf-8")
    with pytest.raises(ContentError, match=r"deep\.py.*not Python"):
        read_exercise(file.parent.parent)


def test_settings_of_any_key_are_written_and_read_again(pack: Locations) -> None:
    keys = {"lesson.next": "\x9b\u202e\x1b[2J", "home.quit": "ü,", "lesson.notes": "x" * 5_000}
    write_settings(pack.settings, Settings(keys=keys))
    assert read_settings(pack.settings).keys == keys
