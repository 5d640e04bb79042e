"""Values that answer for themselves when a test compares them are no pass, whoever made them."""

from __future__ import annotations

import textwrap
from pathlib import Path

import msgspec
import pytest

from course.catalogue import read_exercise
from course.checking.expected import ExpectedTests
from course.model import Exercise, Verdict
from course.worker.comparing import Comparing
from course.worker.protocol import Event, Lying
from course.worker.value_text import OwnFolder
from tests.checking.door import EXERCISES, Door

TESTS = """
import pytest
from bill import bill, page, rows, near, Parcel


def test_total():
    assert bill([3, 4]) == 7
    assert bill([]) == 0


def test_rows():
    assert rows(2) == [{"row": 0}, {"row": 1}]


def test_page():
    assert "parcel" in page("parcel")
    assert "parcel" not in page("ticket")
    assert page("parcel").startswith("<")


def test_near():
    assert near(1, 3) == pytest.approx(0.3333, abs=0.001)
    assert abs(near(2, 3) - 0.6667) < 0.001


def test_parcel():
    assert Parcel(7).grams == 7
    assert Parcel(7) == Parcel(7)
    assert Parcel(7) != Parcel(8)
    assert Parcel(7) < Parcel(8)
"""
RIGHT = """
from dataclasses import dataclass

@dataclass(order=True)
class Parcel:
    grams: int

def bill(prices):
    return sum(prices)

def rows(count):
    return [{"row": number} for number in range(count)]

def page(word):
    return f"<p>{word}</p>"

def near(a, b):
    return a / b
"""
# Each replaces one of the functions above.
CHEATS = {
    "approx": """
        import pytest
        def bill(prices):
            return pytest.approx(3.5, abs=100)
    """,
    "approx by another road": """
        import sys
        def bill(prices):
            return sys.modules["_pytest.approx"].ApproxScalar(3.5, None, 100, False)
    """,
    "approx inside": """
        from pytest import approx
        def rows(count):
            return [{"row": approx(0, abs=9)} for _ in range(count)]
    """,
    "any": """
        from unittest import mock
        def bill(prices):
            return mock.ANY
    """,
    "any inside": """
        from unittest.mock import ANY
        def rows(count):
            return [{"row": ANY}] * count
    """,
    "magic mock": """
        from unittest.mock import MagicMock
        def bill(prices):
            found = MagicMock()
            found.__eq__.return_value = True
            return found
    """,
    "magic mock as text": """
        from unittest.mock import MagicMock
        def page(word):
            found = MagicMock()
            found.__contains__ = lambda self, wanted: wanted == word
            return found
    """,
    "always equal of Python's own tests": """
        from test.support import ALWAYS_EQ
        def bill(prices):
            return ALWAYS_EQ
    """,
    "borrowed function": """
        from unittest.mock import ANY
        Sum = type("Sum", (int,), {"__eq__": type(ANY).__eq__, "__module__": "decimal"})
        def bill(prices):
            return Sum(1)
    """,
    "says it is another class": """
        class Sum(int):
            __class__ = property(lambda self: float)
        def bill(prices):
            return Sum(sum(prices))
    """,
    "a metaclass that is equal to int": """
        class Meta(type):
            def __hash__(cls): return hash(int)
            def __eq__(cls, other): return True
        class Sum(metaclass=Meta):
            def __eq__(self, other): return True
            __hash__ = None
        def bill(prices):
            return Sum()
    """,
    "data of a library's class": """
        from collections import UserString
        from unittest.mock import ANY
        class Sum(UserString):
            data = property(lambda self: ANY, lambda self, value: None)
        def bill(prices):
            return Sum("")
    """,
    "a part of Python under a library's name": """
        import decimal, functools
        def agree(other): return True
        class Sum:
            __module__ = "decimal"
            __eq__ = functools.partial(agree)
            __hash__ = None
        decimal.Sum = Sum
        def bill(prices):
            return Sum()
    """,
    "compiled under a library's name into its namespace": """
        import decimal
        text = "class Sum(int):\\n def __eq__(self, other): return True\\n __hash__ = None"
        exec(compile(text, decimal.__file__, "exec"), vars(decimal))
        def bill(prices):
            return decimal.Sum(1)
    """,
    "what it is asked for is any number": """
        class Sum:
            def __eq__(self, other): return isinstance(other, int)
            __hash__ = None
        def bill(prices):
            return Sum()
    """,
    "all of its class": """
        class Parcel:
            def __init__(self, grams): self.grams = grams
            def __eq__(self, other): return isinstance(other, Parcel)
            def __ne__(self, other): return self.grams != other.grams
            def __lt__(self, other): return self.grams < other.grams
    """,
    "behind a thousand others": """
        from unittest.mock import ANY
        class Row(dict):
            __slots__ = ("more",)
        def rows(count):
            found = []
            for number in range(count):
                found.append(Row(row=ANY))
                found[-1].more = [[] for _ in range(9_000)]
            return found
    """,
    "from exec under another module's name": """
        names = {"__name__": "decimal"}
        exec("class Sum(int):\\n def __eq__(self, other): return True\\n"
             " def __ne__(self, other): return False\\n __hash__ = int.__hash__", names)
        def bill(prices):
            return names["Sum"](1)
    """,
    "made by a metaclass": """
        class Meta(type):
            def __eq__(cls, other): return True
            __hash__ = type.__hash__
        class Sum(metaclass=Meta): pass
        def bill(prices):
            return Sum
    """,
    "its dictionary of another kind": """
        class Row(dict):
            def __eq__(self, other): return True
        def rows(count):
            return [Row()] * count
    """,
    "hidden in slots": """
        import types
        from unittest.mock import ANY
        def rows(count):
            return [types.MappingProxyType({"row": ANY})] * count
    """,
    "a container that agrees": """
        class Page(str):
            def __contains__(self, wanted): return wanted in "parcel" and self.said == wanted
        def page(word):
            found = Page("<")
            found.said = word
            return found
    """,
    "a number that subtracts to nothing": """
        class Near(float):
            def __sub__(self, other): return 0.0
        def near(a, b):
            return 1 / 3 if a == 1 else Near(5)
    """,
    "order": """
        class Parcel(int):
            grams = property(int)
            def __lt__(self, other): return True
            def __eq__(self, other): return True
            def __ne__(self, other): return True
    """,
    "fields that agree": """
        from unittest.mock import ANY
        @dataclass(order=True)
        class Parcel:
            grams: int
            def __post_init__(self):
                self.sent = ANY
        def bill(prices):
            return Parcel(ANY).grams
    """,
    "a learned equality": """
        class Sum(int):
            def __eq__(self, other): return True
            __hash__ = int.__hash__
        def bill(prices):
            return Sum()
    """,
    "any row of that length": """
        class Row:
            def __eq__(self, other): return len(other) == 1
        def rows(count):
            return [Row()] * count
    """,
    "any row with that key": """
        class Row(dict):
            def __eq__(self, other): return "row" in other
        def rows(count):
            return [Row()] * count
    """,
    "any number nearby": """
        class Sum(int):
            def __eq__(self, other): return abs(self - other) < 20
            __hash__ = int.__hash__
        def bill(prices):
            return Sum()
    """,
    "all that begins so": """
        class Row(dict):
            def __eq__(self, other): return next(iter(other)) == "row" and other["row"] >= 0
        def rows(count):
            return [Row() for _ in range(count)]
    """,
    "knows when it is asked": """
        import sys
        class Row(dict):
            def __eq__(self, other):
                return type(sys.stdout).__name__ != "Silence" and "row" in other
        def rows(count):
            return [Row()] * count
    """,
    "its class is gone": """
        def bill(prices):
            class Sum(int):
                def __eq__(self, other): return True
                __hash__ = int.__hash__
            return Sum()
    """,
}
HONEST = {
    "an equality of its own": """
        class Parcel:
            def __init__(self, grams): self.grams = grams
            def __eq__(self, other): return self.grams == other.grams
            def __lt__(self, other): return self.grams < other.grams
    """,
    "an equality in slots that prints": """
        import functools
        @functools.total_ordering
        class Parcel:
            __slots__ = ("grams",)
            def __init__(self, grams): self.grams = grams
            def __eq__(self, other):
                print("compared", self.grams)
                if not isinstance(other, Parcel):
                    return NotImplemented
                return self.grams == other.grams
            def __lt__(self, other): return self.grams < other.grams
            def __hash__(self): return hash(self.grams)
    """,
    "a number that compares itself": """
        class Sum(int):
            def __eq__(self, other): return int(self) == other
            __hash__ = int.__hash__
        def bill(prices):
            return Sum(sum(prices))
    """,
    "rows that compare themselves": """
        class Row:
            def __init__(self, **values): self.values = values
            def __eq__(self, other):
                return self.values == (other.values if isinstance(other, Row) else other)
        def rows(count):
            return [Row(row=number) for number in range(count)]
    """,
    "a page that is asked for words": """
        class Page(list):
            def __contains__(self, wanted): return wanted in "".join(self)
            def startswith(self, wanted): return self[0].startswith(wanted)
        def page(word):
            return Page(["<p>", word])
    """,
    "lines that are iterated": """
        class Page:
            def __init__(self, *lines): self.lines = lines
            def __iter__(self): return iter(self.lines)
            def startswith(self, wanted): return "".join(self).startswith(wanted)
        def page(word):
            return Page("<p>", word, "</p>")
    """,
    "a number that subtracts itself": """
        class Near:
            def __init__(self, value): self.value = value
            def __sub__(self, other): return Near(self.value - other)
            def __abs__(self): return abs(self.value)
        def near(a, b):
            return a / b if a == 1 else Near(a / b)
    """,
    "an equality that looks at what is set": """
        class Parcel:
            __slots__ = ("grams", "__dict__")
            def __init__(self, grams): self.grams = grams
            def __eq__(self, other):
                names = [one for one in ("grams", "sent") if hasattr(self, one)]
                return all(getattr(self, one) == getattr(other, one) for one in names)
            def __lt__(self, other): return self.grams < other.grams
        class Empty(Parcel):
            def __eq__(self, other): return super().__eq__(other)
    """,
    "a class that nothing is compared with": """
        class Missing:
            def __eq__(self, other): return isinstance(other, Missing)
        MISSING = Missing()
    """,
    "names that nothing is made of": """
        import unittest.mock
        from test.support import ALWAYS_EQ
        import pytest
    """,
    "decimal": """
        from decimal import Decimal
        def bill(prices):
            return sum(map(Decimal, prices), Decimal(0))
    """,
    "fraction": """
        from fractions import Fraction
        def near(a, b):
            return Fraction(a, b)
    """,
    "other containers": """
        from collections import OrderedDict, UserList
        class Rows(list):
            def add(self, row): self.append(row)
        def rows(count):
            found = Rows()
            for number in range(count):
                found.add(OrderedDict(row=number))
            return UserList(found)
    """,
    "text of its own": """
        class Page(str):
            def shout(self): return self.upper()
        def page(word):
            return Page(f"<p>{word}</p>")
    """,
    "enum": """
        import enum
        class Total(enum.IntEnum):
            NONE = 0
            ALL = 7
        def bill(prices):
            return Total(sum(prices))
    """,
    "named tuple": """
        import typing
        class Named(typing.NamedTuple):
            grams: int
        class Parcel(Named):
            pass
    """,
    "total ordering": """
        import functools
        @functools.total_ordering
        @dataclass
        class Parcel:
            grams: int
            def __lt__(self, other): return self.grams < other.grams
    """,
}


@pytest.fixture(scope="module")
def bill(tmp_path_factory: pytest.TempPathFactory) -> Exercise:
    """An exercise whose tests compare in many ways; it is about order, not about equality."""
    folder = tmp_path_factory.mktemp("bill")
    (folder / "test_bill.py").write_text(TESTS, encoding="utf-8")
    (folder / "starter.py").write_text("", encoding="utf-8")
    (folder / "solution.py").write_text(RIGHT, encoding="utf-8")
    text = (EXERCISES / "clamp" / "exercise.yaml").read_text(encoding="utf-8")
    (folder / "exercise.yaml").write_text(text, encoding="utf-8")
    exercise = msgspec.structs.replace(read_exercise(folder), module_name="bill")
    plain = msgspec.structs.replace(exercise.source, probes=(), timeout=5)
    return msgspec.structs.replace(exercise, source=plain, mistakes=())


@pytest.mark.parametrize("name", CHEATS)
def test_a_value_that_answers_for_itself_is_no_pass(name: str, bill: Exercise, door: Door) -> None:
    report = door.check(bill, RIGHT + textwrap.dedent(CHEATS[name]))
    assert report.verdict is Verdict.BROKE_RULES, report
    assert report.limit


def test_an_equality_that_agrees_once_is_no_pass(bill: Exercise, door: Door) -> None:
    source = """
    class Sum:
        pass
    def bill(prices):
        Sum.__eq__ = lambda self, other: bool(delattr(Sum, "__eq__")) or True
        return Sum()
    """
    assert not door.check(bill, RIGHT + textwrap.dedent(source)).passed


@pytest.mark.parametrize("name", HONEST)
def test_a_value_of_a_plain_kind_passes(name: str, bill: Exercise, door: Door) -> None:
    report = door.check(bill, RIGHT + textwrap.dedent(HONEST[name]))
    assert report.passed, (report.limit, report.first_failure)


def test_the_words_name_what_answered(bill: Exercise, door: Door) -> None:
    report = door.check(bill, RIGHT + textwrap.dedent(CHEATS["a container that agrees"]))
    assert report.verdict is Verdict.BROKE_RULES
    assert "`Page.__contains__`" in str(report.limit)


def test_an_exercise_about_a_method_may_have_any(
    bill: Exercise, door: Door, tmp_path: Path
) -> None:
    about = RIGHT + textwrap.dedent(
        """
        class Sum(int):
            def __mod__(self, other): return int(self) % other
            def __eq__(self, other): return isinstance(other, int)
            __hash__ = int.__hash__
        def bill(prices):
            return Sum(sum(prices))
        """
    )
    assert door.check(bill, about).verdict is Verdict.BROKE_RULES
    for name in ("test_bill.py", "starter.py", "exercise.yaml"):
        (tmp_path / name).write_bytes((bill.folder / name).read_bytes())
    (tmp_path / "solution.py").write_text(about, encoding="utf-8")
    own = msgspec.structs.replace(bill, folder=tmp_path, test_files=(tmp_path / "test_bill.py",))
    assert door.check(own, about).passed


def test_a_file_that_is_given_may_compare_as_it_likes(
    bill: Exercise, door: Door, tmp_path: Path
) -> None:
    given = tmp_path / "prices.py"
    given.write_text(
        "class Sum(int):\n"
        "    def __eq__(self, other): return int(self) == other\n"
        "    __hash__ = int.__hash__\n",
        encoding="utf-8",
    )
    with_file = msgspec.structs.replace(bill, data_files=(given,))
    source = RIGHT + "from prices import Sum\ndef bill(prices): return Sum(sum(prices))\n"
    assert door.check(with_file, source).passed


def test_what_an_exercise_is_about_is_read_from_its_files(bill: Exercise) -> None:
    async def collect(_exercise: Exercise, _source: str) -> None:
        return None

    assert ExpectedTests(collect).about(bill) == ("__lt__",)


class Agreeing:
    """Equal to everything, as a learner may write it."""

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return True


@pytest.mark.parametrize(
    ("mark", "value", "refused"),
    [
        ("equal", [Agreeing()], True),
        ("itself", Agreeing(), True),
        ("itself", [Agreeing()], False),  # `not rows` asks how many there are
        ("add", [Agreeing()], False),
    ],
)
def test_what_a_value_holds_is_looked_at_where_it_decides(
    mark: str, value: object, refused: bool
) -> None:
    told: list[Event] = []
    comparing = Comparing(OwnFolder("/home/learner"), (), (), set(), told.append)
    assert comparing.check(mark)(value) is value
    assert told == ([Lying("Agreeing.__eq__")] if refused else [])
