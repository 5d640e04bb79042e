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
from course.explaining.hypothesis import Hypothesis
from course.explaining.on_limits import LIMITS
from course.explaining.repair import PLACES
from course.explaining.symptoms import CERTAIN, MENDS, OBSERVED, SYMPTOMS
from course.worker.protocol import Mended

_TABLES = {"on_databases", "on_refusals", "on_runtime_errors"}


def names_in(file: str) -> list[str]:
    """The names in a file beside this one."""
    return Path(__file__).with_name(file).read_text(encoding="utf-8").split()


def names_given() -> Iterator[str]:
    """The names of causes that the files of the diagnosis give, in `return` or `Reason(...)`.

    Those of the tables in `_TABLES` are the second of three.
    """
    for file in sorted(Path(explaining.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            held: ast.expr | None = None
            if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
                held = node.value.elts[0] if file.stem in {"on_limits", "why_none"} else None
            elif isinstance(node, ast.Call) and ast.unparse(node.func) == "Reason":
                held = node.args[0]
            elif isinstance(node, ast.Tuple) and file.stem in _TABLES:
                held = node.elts[1] if len(node.elts) == 3 else None
            for name in [held.body, held.orelse] if isinstance(held, ast.IfExp) else [held]:
                if isinstance(name, ast.Constant):
                    yield name.value


def test_the_symptoms() -> None:
    names = set(names_given())
    names |= set(SYMPTOMS) | set(PLACES) | {verdict.value for verdict in LIMITS}
    assert sorted(names) == names_in("symptom_names.txt")


def test_what_mends_a_shape_of_code_is_a_kind_that_there_is() -> None:
    for name, kinds in MENDS.items():
        assert name in SYMPTOMS
        assert kinds <= set(PLACES), f"of {name}"
    for names in (OBSERVED, CERTAIN):
        assert names <= set(SYMPTOMS)
    assert set(MENDS) >= CERTAIN
    assert not OBSERVED & set(MENDS)


def test_no_name_of_a_mistake_is_lost() -> None:
    """New ones come with new exercises; one that goes has a new name in `causes.RENAMED`."""
    files = (locations.content_root() / "exercises").glob("*/*/mistakes/*.py")
    names = {file.stem for file in files}
    gone = [name for name in names_in("mistake_names.txt") if causes.cause_now(name) not in names]
    assert gone == []


def test_old_names_lead_to_names_that_are_used() -> None:
    used = {*names_in("symptom_names.txt"), *names_in("mistake_names.txt")}
    for old in causes.RENAMED:
        assert old not in used
        assert causes.cause_now(old) in used


def test_a_name_that_changed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(causes.RENAMED, "first", "second")
    monkeypatch.setitem(causes.RENAMED, "second", "third")
    assert [causes.cause_now(name) for name in ("first", "second", "third")] == ["third"] * 3


def test_another_order_proves_a_cause_only_where_it_mends_all_calls() -> None:
    cause = Hypothesis("symptom", "first_true_wins", "-", 3, "f", mends=MENDS["first_true_wins"])
    for whole in (True, False):
        mend = Mended("branch_order", 3, "f", "", "", 1.2, ("test_f",), whole, "", 1)
        assert cause.fits(mend) is whole
