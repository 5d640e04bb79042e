"""The names of causes are kept in attempts and cards: they are data, and here is all of it.

A test that fails here has found a name that is new (add it), or one that is gone: then put the old
name and the new one into `course.causes.RENAMED`, so that cards go on under the new name.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from course import causes, explaining, locations
from course.explaining.on_limits import LIMITS
from course.explaining.symptoms import SYMPTOMS


def names_in(file: str) -> list[str]:
    """The names in a file beside this one."""
    return Path(__file__).with_name(file).read_text(encoding="utf-8").split()


def names_returned(*files: str) -> Iterator[str]:
    """The names in `return "name", ...` of files of the diagnosis."""
    folder = Path(explaining.__file__).parent
    for file in files:
        for node in ast.walk(ast.parse((folder / f"{file}.py").read_text(encoding="utf-8"))):
            if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
                first = node.value.elts[0]
                for name in [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]:
                    if isinstance(name, ast.Constant):
                        yield name.value


def test_the_symptoms() -> None:
    names = set(names_returned("on_limits", "on_exceptions", "on_type_errors", "on_names"))
    names |= set(SYMPTOMS) | {verdict.value for verdict in LIMITS}
    assert sorted(names) == names_in("symptom_names.txt")


def test_the_mistakes() -> None:
    files = (locations.content_root() / "exercises").glob("*/*/mistakes/*.py")
    assert sorted({file.stem for file in files}) == names_in("mistake_names.txt")


def test_old_names_lead_to_names_that_are_used() -> None:
    used = {*names_in("symptom_names.txt"), *names_in("mistake_names.txt")}
    for old in causes.RENAMED:
        assert old not in used
        assert causes.cause_now(old) in used


def test_a_name_that_changed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(causes.RENAMED, "first", "second")
    monkeypatch.setitem(causes.RENAMED, "second", "third")
    assert [causes.cause_now(name) for name in ("first", "second", "third")] == ["third"] * 3
