"""What probes say of a program: values, types, prints, changed arguments."""

from __future__ import annotations

from course.model import Verdict
from tests.checking.door import Door, exercise_named


def test_probes_tell_values_types_prints_and_changed_arguments(door: Door) -> None:
    exercise = exercise_named("clamp")
    source = (
        "def clamp(value, low, high):\n"
        "    if isinstance(value, list):\n        value.append(low)\n        return None\n"
        "    print('hm')\n    return [value] * 2 if low == 0 else value / 0\n"
        "def forever():\n    while True:\n        pass\n"
        "def numbers():\n    yield 1\n    yield 2\n"
        "async def later():\n    return 3\n"
    )
    calls = (
        "clamp(1, 0, 2)",
        "clamp(1, 1, 2)",
        "clamp([1], 2, 3)",
        "forever()",
        "numbers()",
        "later()",
        "await later()",
        "nothing()",
        "clamp.clamp(1, 0, 2) if False else 7",
    )
    results = door.run_async(door.checker.probe(exercise, source, calls))
    told = [(one.outcome, one.value, one.type) for one in results]
    assert told == [
        ("returned", "[1, 1]", "list"),
        ("raised", "ZeroDivisionError: division by zero", "ZeroDivisionError"),
        ("returned", "None", "NoneType"),
        ("unfinished", "", ""),
        ("returned", "[1, 2]", "generator"),
        ("returned", "<coroutine object later>", "coroutine"),
        ("returned", "3", "int"),
        ("raised", "NameError: name 'nothing' is not defined", "NameError"),
        ("returned", "7", "int"),
    ]
    assert results[0].printed == "hm\n"
    assert [one.changed_arguments for one in results[:3]] == [False, False, True]


def test_probes_run_although_tests_fail_or_never_end(door: Door) -> None:
    failing = door.check("clamp", "def clamp(value, low, high):\n    return low\n")
    assert [one.value for one in failing.probes] == ["0", "0", "0"]
    looping = door.check(
        "clamp",
        "def clamp(value, low, high):\n    while value > high:\n        pass\n    return value\n",
    )
    assert looping.verdict is Verdict.TIMEOUT
    assert [one.outcome for one in looping.probes] == ["returned", "returned", "unfinished"]


def test_what_probes_said_stays_when_one_of_them_can_be_neither_stopped_nor_heard(
    door: Door,
) -> None:
    source = (
        "import re\n"
        "def clamp(value, low, high):\n"
        "    return value if value < 0 else re.match('(a+)+$', 'a' * 60 + 'b')\n"
    )
    calls = ("clamp(-1, 0, 10)", "clamp(5, 0, 10)", "clamp(-2, 0, 10)")
    results = door.run_async(door.checker.probe(exercise_named("clamp"), source, calls))
    assert [(one.outcome, one.value) for one in results] == [
        ("returned", "-1"),
        ("unfinished", ""),
    ]


def test_what_is_not_even_loaded_is_not_probed(door: Door) -> None:
    report = door.check("clamp", "while True:\n    pass\n")
    assert report.verdict is Verdict.TIMEOUT
    assert report.probes == ()
