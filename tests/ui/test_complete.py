"""Names that are begun are completed, and a call says what it takes; nothing of it is run."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.ui.aids.complete import call_at, complete

USES = {
    "str.split": "text.split(separator=None)",
    "sorted": "sorted(iterable, key=None, reverse=False)",
    "print": 'print(*values, sep=" ", end="\\n")',
    "math.sqrt": "math.sqrt(number)",
    "for": "for item in iterable:",
}
FILE = """\
import math
from collections import Counter

TOTAL = 0


class Box(Base):
    def __init__(self, width: int, height: int = 1) -> None:
        self.width = width

    def area(self, times=1):
        return self.width


def price_of(parcel: dict[str, int], vat=0.2, *, rounded=False):
    words = "a b"
    |


def other(secret):
    inner = secret
"""


def offered(code: str, asked: bool = False) -> list[str]:
    """The names that are offered where `|` is in a line that stands in the middle of a file."""
    text = code if "\n" in code else FILE.replace("|", code if "|" in code else f"{code}|")
    before, _, _ = text.partition("|")
    cursor = before.count("\n"), len(before.rpartition("\n")[2])
    found = complete(text.replace("|", "").split("\n"), cursor, USES, asked=asked)
    return [it.name for it in found.offers] if found else []


@pytest.mark.parametrize(
    ("code", "first"),
    [
        ("par", "parcel"),
        ("pri", "price_of"),
        ("TOT", "TOTAL"),
        ("tot", "TOTAL"),
        ("Cou", "Counter"),
        ("sor", "sorted"),
        ("whi", "while"),
        ("Bo", "Box"),
        ("words.spl", "split"),
        ("parcel.ite", "items"),
        ("'a'.up", "upper"),
        ("[1, 2].app", "append"),
        ("{}.ke", "keys"),
        ("{1}.ad", "add"),
        ("words.strip().spl", "split"),
        ("x = f'{words}'.cap", "capitalize"),
        ("math.sq", "sqrt"),
        ("Box(2).ar", "area"),
        ("Box(2).wi", "width"),
        ("print(words.spl|)", "split"),
        ("sorted(words, re", "reverse="),
        ("price_of(words, ro", "rounded="),
        ("Box(he", "height="),
        ("import ma", "mailbox"),
        ("from math import sq", "sqrt"),
    ],
)
def test_what_is_begun_is_completed(code: str, first: str) -> None:
    assert offered(code)[:1] == [first]


@pytest.mark.parametrize(
    "code", ["secr", "inn", "p", "'par", "# par", "12", "unknown.up", "words", "words.nothing", ""]
)
def test_nothing_is_offered_where_nothing_is_meant(code: str) -> None:
    assert offered(code) == []


def test_all_is_offered_where_it_is_asked_for() -> None:
    assert "parcel" in offered("", asked=True)
    assert len(offered("words.")) >= 40


def test_self_and_values_of_the_file_have_the_members_of_their_class() -> None:
    code = "class A:\n    def f(self):\n        self.x = 1\n        self.|\n"
    assert offered(code) == ["x", "f"]
    assert offered("class A:\n    size = 1\n    n: int = 2\na = A()\na.n|\n") == []
    assert offered("for word in ['a']:\n    word.upp|\n") == ["upper"]


def test_a_module_of_the_learners_is_never_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wave.py").write_text("raise SystemExit('imported')\n", encoding="utf-8")
    (tmp_path / "mine.py").write_text("raise SystemExit('imported')\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in ("wave", "mine", "this"):
        assert offered(f"import {name}\n{name}.|\n") == []
        assert offered(f"from {name} import a|\n") == []


@pytest.mark.parametrize(
    ("code", "use", "argument"),
    [
        ("sorted(", USES["sorted"], 0),
        ("sorted(words, ", USES["sorted"], 1),
        ("sorted(f(1, 2), 'a,b', ", USES["sorted"], 2),
        ("words.split(", USES["str.split"], 0),
        ("math.sqrt(", USES["math.sqrt"], 0),
        ("price_of(", "price_of(parcel: dict[str, int], vat=0.2, *, rounded=False)", 0),
        ("Box(1, ", "Box(width: int, height: int=1)", 1),
        ("Box(1).area(", "area(times=1)", 0),
        ("print(sorted(words|))", USES["sorted"], 0),
    ],
)
def test_a_call_says_what_it_takes(code: str, use: str, argument: int) -> None:
    text = FILE.replace("|", code if "|" in code else f"{code}|")
    before, _, _ = text.partition("|")
    cursor = before.count("\n"), len(before.rpartition("\n")[2])
    call = call_at(text.replace("|", "").split("\n"), cursor, USES)
    assert call is not None
    assert (call.use, call.argument) == (use, argument)


@pytest.mark.parametrize("code", ["(", "unknown(", "def f(", "sorted", "sorted(words)", "x = ("])
def test_what_is_no_call_says_nothing(code: str) -> None:
    lines = FILE.replace("|", code).split("\n")
    row = next(row for row, line in enumerate(lines) if line == f"    {code}")
    assert call_at(lines, (row, len(lines[row])), USES) is None
