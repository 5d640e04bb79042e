"""What a test compared is told where that is not what the call gave back, in words for learners."""

from __future__ import annotations

import ast
import textwrap
from typing import Any

import pytest

from course.worker.compared import LATER, PRINTED, show_where_they_differ
from course.worker.failure import TestTree
from course.worker.protocol import Failure
from course.worker.value_text import describe

TEST = """
    from shop import Basket, Parcel, app, mugs, total
    def first_of(xs):
        return total(xs)[0]
    def made(xs):
        return total(xs)
    def test_it(basket, capsys):
        {lines}
"""


class Basket:
    """Stands for a class of the learner's."""


Basket.__module__ = "shop"


@pytest.mark.parametrize(
    ("lines", "call", "compared"),
    [
        ("assert total([1, 2]) == 3", "total([1, 2])", None),
        ("answer = total([1, 2]); assert answer == 3", "total([1, 2])", None),
        ("assert await total([1]) == 3", "total([1])", None),
        ("assert asyncio.run(total([1])) == 3", "total([1])", None),
        ("assert made([1]) == 3", "total([1])", None),
        ("assert total([1, 2])[0] == 3", "total([1, 2])", "total([1, 2])[0]"),
        ("assert len(total([1])) == 3", "total([1])", "len(total([1]))"),
        ("assert 3 == total([1]).cents", "total([1])", "total([1]).cents"),
        (
            "ticket = Parcel.objects.get(); assert ticket.answered is False",
            "Parcel.objects.get()",
            "Parcel.objects.get().answered",
        ),
        (
            "answer = app.get('/x'); assert answer.status_code == 404",
            "app.get('/x')",
            "app.get('/x').status_code",
        ),
        (
            "basket = Basket('x'); basket.add('tea'); assert basket.items == ['tea']",
            "Basket('x').add('tea')",
            "basket.items",
        ),
        ("assert first_of([3]) == 1", "total([3])", LATER),
        ("assert len({total([n]) for n in capsys}) == 1", "total(...)", LATER),
        ("seen = [1]; total(seen); assert seen == [1, 2]", "total([1])", LATER),
        ("seen = [1]; total(seen); assert seen[0] == 3", "total([1])", LATER),
        ("total([1]); assert capsys.readouterr().out == 'x'", "total([1])", PRINTED),
    ],
)
def test_what_is_compared(lines: str, call: str, compared: str | None) -> None:
    source = textwrap.dedent(TEST).format(lines=lines.replace("; ", "\n    "))
    tree = ast.parse(source)
    line = len(source.rstrip().splitlines())
    values: dict[str, Any] = {
        "basket": Basket(),
        "answer": object(),
        "ticket": object(),
        "seen": [1],
        "capsys": object(),
    }
    statement = tree.body[-1].body[-1]  # type: ignore[attr-defined]
    sign = "is" if isinstance(statement.test.ops[0], ast.Is) else "=="
    failure = TestTree(tree, "shop").explain(line, values, (sign, 7, 8))
    assert (failure.get("call"), failure.get("compared")) == (call, compared)


NUMBERS = list(range(5000))
ROWS = [{"id": number, "{name}": "p" * 20} for number in range(200)]


@pytest.mark.parametrize(
    ("got", "expected", "compared", "part"),
    [
        ([1], [2], None, ("[1]", "[2]")),
        (NUMBERS, [*NUMBERS[:-1], 7], "f()[4999]", ("4999", "7")),
        (
            ROWS,
            [{**row, "{name}": "q"} if row["id"] == 180 else row for row in ROWS],
            "f()[180]['{name}']",
            ("'pppppppppppppppppppp'", "'q'"),
        ),
        ({"a": [NUMBERS]}, {"a": [[*NUMBERS, 1][:-1]]}, None, None),
        (
            "x" * 3000 + "A" + "y" * 3000,
            "x" * 3000 + "B" + "y" * 3000,
            "f()[2970:3030]",
            (repr("x" * 30 + "A" + "y" * 29), repr("x" * 30 + "B" + "y" * 29)),
        ),
    ],
    ids=["short", "item", "nested", "equal", "string"],
)
def test_of_long_values_the_part_that_differs_is_told(
    got: Any, expected: Any, compared: str | None, part: tuple[str, str] | None
) -> None:
    failure: Failure = {"call": "f()", "got": describe(got), "expected": describe(expected)}
    show_where_they_differ(failure, got, expected)
    assert failure.get("compared") == compared
    if part is not None:
        assert (failure["got"], failure["expected"]) == part
