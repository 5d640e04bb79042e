"""The facts of a check: got against expected, where it went wrong, which tests."""

from __future__ import annotations

from course.model import (
    ExceptionInfo,
    Frame,
    Stuck,
    StuckVariable,
    TestResult,
    WaitingTask,
)
from course.ui.widgets.got_expected import (
    LONG,
    diff,
    facts_of_test,
    labelled,
    stuck_facts,
)


def test_a_value_over_several_lines_is_lined_up() -> None:
    assert labelled("got", "1\n2").plain == "got       1\n          2"


def shown(test: TestResult, told_diff: str | None = None) -> list[str]:
    return [line.plain for line in facts_of_test(test, told_diff)]


def result(**fields: object) -> TestResult:
    return TestResult("name", "id", "failed", **fields)  # type: ignore[arg-type]


def test_short_values_stand_below_each_other() -> None:
    assert shown(result(call="f(1)", got="1", expected="2", message="m")) == [
        "call      f(1)",
        "got       1",
        "expected  2",
    ]
    assert shown(result(got="'" + "x" * (LONG - 2) + "'", expected="2"))[0].startswith("got ")


def test_long_values_and_those_of_several_lines_are_a_diff() -> None:
    assert shown(result(got="x" * (LONG + 1), expected="2")) == [
        "- what came   + what should come",
        f"- {'x' * (LONG + 1)}\n+ 2",
    ]
    assert shown(result(got="1", expected="1\n2"))[1] == "  1\n+ 2"
    assert shown(result(got="1", expected="1\n2"), "- a\n+ b\n") == ["- a\n+ b"]


def test_one_item_of_a_literal_is_on_one_line() -> None:
    items = [f"parcel number {number}" for number in range(6)]
    lines = diff(repr(items), repr([*items[:5], "other"])).plain.split("\n")
    assert [line for line in lines if not line.startswith("  ")] == [
        "-  'parcel number 5']",
        "+  'other']",
    ]
    assert diff(r"'a\nb'", r"'a\nc'").plain == "  a\n- b\n+ c"


def test_an_exception_has_its_line_and_variables_and_a_message_stands_alone() -> None:
    frame = Frame("main.py", 3, "f", " x = 1 ", {"x": "1", "y": "2"})
    error = ExceptionInfo("E", "no", (frame,))
    assert shown(result(exception=error, message="m")) == [
        "raised    E: no",
        "on line   3: x = 1",
        "where     x = 1",
        "          y = 2",
    ]
    assert shown(result(exception=ExceptionInfo("E", ""))) == ["raised    E"]
    assert shown(result(message="told")) == ["told"]
    assert shown(result(got="1", message="told")) == ["got       1"]


def test_a_message_is_there_once_and_whole() -> None:
    test = result(message="After `tea` it ends.", typed=("tea",))
    assert [line.plain for line in facts_of_test(test)][1] == "After `tea` it ends."
    lead = "The test x did not pass: `` After `tea` it ends ``."
    assert [line.plain for line in facts_of_test(test, told=lead)] == ["typed     tea"]
    shortened = "The test x did not pass: `` After `tea` … ``."
    assert len(facts_of_test(test, told=shortened)) == 2


def test_where_code_was_stuck() -> None:
    variables = (StuckVariable("n", "1", changed=True), StuckVariable("m", "2", changed=False))
    tasks = (WaitingTask("parcel", 7), WaitingTask("other", None))
    found = stuck_facts(Stuck(3, code=" x ", call="f()", variables=variables, tasks=tasks))
    assert [line.plain for line in found] == [
        "call      f()",
        "on line   3: x",
        "where     n = 1   changes",
        "          m = 2",
        "task      parcel waits at line 7",
        "task      other has not started",
    ]
    assert stuck_facts(Stuck(None)) == []
