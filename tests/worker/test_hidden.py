"""Code that runs and is written out nowhere: a limit of a refactoring does not measure it."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.catalogue import read_exercise
from course.checking.kinds.measures import hidden_code
from course.model import Exercise, Verdict
from tests.checking.door import Door

LONG = Path(__file__).parents[2] / "exercises/tools-of-the-trade/long_function"


@pytest.fixture(scope="module")
def long_function() -> Exercise:
    """A refactoring whose limits are about the shape of the code."""
    return read_exercise(LONG)


HIDDEN_AT_RUN_TIME = {
    "exec by another road": 'getattr(print.__self__, "ex" + "ec")({text!r}, globals())\n',
    "exec for every text": (
        "run = getattr(print.__self__, 'ex' + 'ec')\nlist(map(run, [{text!r}], [globals()]))\n"
    ),
    "a file that is written first": (
        "import pathlib\npathlib.Path('more.py').write_text({text!r})\nfrom more import receipt\n"
    ),
    "a text that is timed": (
        "import timeit\nnames = globals()\n"
        "timeit.timeit('global receipt\\n' + {text!r}, number=1, globals=names)\n"
    ),
    "a console": (
        "import code\n"
        "code.InteractiveInterpreter(globals()).runsource({text!r}, 'x', 'ex' + 'ec')\n"
    ),
    "an annotation": (
        "import typing\nclass Given:\n    receipt: \"lambda order: ['hidden']\"\n"
        "receipt = typing.get_type_hints(Given)['receipt']\n"
    ),
    "a function made of parts": (
        "def other(): pass\n"
        "code = getattr(other, '__co' + 'de__')\nreceipt = type(other)(code.replace(), globals())\n"
    ),
}


@pytest.mark.parametrize("name", HIDDEN_AT_RUN_TIME)
def test_code_that_is_in_no_file_is_heard_of_when_it_runs(
    name: str, long_function: Exercise, door: Door
) -> None:
    source = HIDDEN_AT_RUN_TIME[name].format(text=long_function.starter)
    assert hidden_code(source) is None
    assert door.check(long_function, source).verdict is not Verdict.PASSED


def test_hidden_code_is_named(long_function: Exercise, door: Door) -> None:
    hides = HIDDEN_AT_RUN_TIME["a file that is written first"]
    report = door.check(long_function, hides.format(text=long_function.starter))
    assert report.verdict is Verdict.BROKE_RULES
    assert "code that is not written out" in str(report.limit)


def test_what_python_itself_makes_of_a_program_is_not_hidden(
    long_function: Exercise, door: Door
) -> None:
    source = (
        "import collections, dataclasses, enum, functools, re, string, typing\n"
        "Row = collections.namedtuple('Row', 'text figure')\n"
        "@dataclasses.dataclass(order=True)\nclass Line:\n    text: 'str'\n    price: int = 0\n"
        "class Code(enum.StrEnum):\n    TEA10 = 'TEA10'\n"
        "class Named(typing.NamedTuple):\n    name: str\n"
        "re.compile('x'), Line('a') < Line('b'), functools.singledispatch(len)\n"
    )
    report = door.check(long_function, long_function.solution_path.read_text("utf-8") + source)
    assert report.passed, (report.limit, report.diagnosis)
