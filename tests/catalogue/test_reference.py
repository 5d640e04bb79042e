"""The offline reference: found by any of its words, kept between two starts, never in the way."""

from __future__ import annotations

import builtins
import keyword
from pathlib import Path

import pytest

from course import locations
from course.catalogue.reference import FOLDER, Reference, files, told
from course.locations import Locations


def names(asked: str, reference: Reference) -> list[str]:
    return [entry.name for entry in reference.find(asked)]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("str.split", ["str.split"]),
        ("split", ["str.split", "re.split"]),
        (".split()", ["str.split", "re.split"]),
        ("text.split(' ')", ["str.split", "re.split"]),
        ("keyerror", ["KeyError"]),
        ("missing key", ["KeyError"]),
        ("nothing_like_it", []),
        ("", []),
        (".", []),
    ],
)
def test_a_name_is_found_by_any_of_its_words(
    asked: str, found: list[str], small_course: Locations
) -> None:
    assert names(asked, Reference.open(small_course)) == found


def test_what_is_written_much_like_it_is_offered(small_course: Locations) -> None:
    assert Reference.open(small_course).nearest("splitt") == ["str.split", "re.split"]


def test_it_is_kept_and_read_again_when_a_file_changes(own_course: Locations) -> None:
    assert names("KeyError", Reference.open(own_course)) == ["KeyError"]
    assert (own_course.cache / "reference.msgpack").is_file()
    (file,) = files(own_course.lessons)
    file.write_text(file.read_text("utf-8").replace("KeyError", "LookupError"), "utf-8")
    reference = Reference.open(own_course)
    assert names("KeyError", reference) == []
    assert names("LookupError", reference) == ["LookupError"]


@pytest.mark.parametrize("content", [b"\xff", b"", b"entries: 3", b"- [" * 99])
def test_a_file_or_a_cache_that_cannot_be_read_is_left_out(
    content: bytes, own_course: Locations
) -> None:
    (own_course.lessons / FOLDER / "broken.yaml").write_bytes(content)
    assert names("KeyError", Reference.open(own_course)) == ["KeyError"]
    (own_course.cache / "reference.msgpack").write_bytes(content)
    assert names("KeyError", Reference.open(own_course)) == ["KeyError"]


def test_a_course_without_a_reference_has_an_empty_one(tmp_path: Path) -> None:
    nowhere = Locations(*[tmp_path] * 5)
    assert Reference.open(nowhere).entries == {}


def test_an_entry_tells_how_it_is_used_and_where_it_is_taught(small_course: Locations) -> None:
    (entry,) = Reference.open(small_course).find("str.split")
    words = told(entry, {"basics/functions": "Handing back"})
    assert "`text.split(separator=None, maxsplit=-1)`" in words
    assert "# ['a', 'b']" in words
    assert "Taught in *Handing back* (basics/functions)." in words
    assert "Taught in" not in told(entry, {})


def test_the_course_has_an_entry_for_every_built_in_exception_and_method() -> None:
    """What few ever meet may be left out, by name."""
    entries = Reference.open(locations.find()).entries
    assert len(entries) >= 350
    for kind in (str, list, dict, set, tuple):
        for name in vars(kind):
            if not name.startswith("_") and f"{kind.__name__}.{name}" not in SELDOM:
                assert f"{kind.__name__}.{name}" in entries
    for name, value in vars(builtins).items():
        if not name.startswith("_") and name not in SELDOM and callable(value):
            assert name in entries, name
    for word in keyword.kwlist:
        assert word in entries, word


SELDOM = {
    "str.format_map", "str.isnumeric", "str.isprintable", "str.maketrans", "str.rindex",
    "set.difference_update", "set.intersection_update", "set.symmetric_difference_update",
    "BaseException", "BaseExceptionGroup", "BufferError", "BytesWarning", "ChildProcessError",
    "ConnectionAbortedError", "ConnectionRefusedError", "ConnectionResetError", "EncodingWarning",
    "EnvironmentError", "FutureWarning", "IOError", "ImportWarning", "InterruptedError",
    "PendingDeprecationWarning", "ProcessLookupError", "PythonFinalizationError",
    "ReferenceError", "ResourceWarning", "RuntimeWarning", "SyntaxWarning", "SystemError",
    "UnicodeError", "UnicodeTranslateError", "UnicodeWarning", "UserWarning", "WindowsError",
    "aiter", "anext", "compile", "copyright", "credits", "exit", "license", "memoryview", "quit",
}  # fmt: skip
