"""What a report says of each failing test, in every style a test can be written in."""

from __future__ import annotations

import pytest

from course.model import CheckReport, TestResult, Verdict
from tests.checking.door import Door, exercise_named

STYLES = exercise_named("styles")
SOLUTION = STYLES.solution_path.read_text(encoding="utf-8")
# Each pair turns one thing in the solution wrong.
WRONG = {
    "number * 2": "number + 3",
    "days > 3": "days < 3",
    "math.fsum(numbers) / len(numbers)": "numbers[1] * 3",
    '[order["name"] for order in orders]': "tuple(orders)",
    "    return None": "    return orders[0]",
    "    return number\n": "    return str(number)\n",
    'raise OutOfStock("the shelf is empty")': "return None",
    "return len(self.items)": "self.items.reverse()",
    "Hello": "Hallo",
}
#  test                            call                      got        type    expected   type
EXPECTED = [
    ("test_compares", "double(4)", "7", "int", "8", "int"),
    ("test_names_a_result", "double(21)", "24", "int", "42", "int"),
    ("test_expected_first", "double(4)", "7", "int", "8", "int"),
    ("test_is_true", "is_late(9)", "False", "bool", "True", None),
    ("test_is_not_true", "is_late(1)", "True", "bool", "False", None),
    (
        "test_is_none",
        "find([{'name': 'tea'}, {'name': 'mug'}], 'pen')",
        "{'name': 'tea'}",
        "dict",
        "None",
        "NoneType",
    ),
    (
        "test_contains",
        "names([{'name': 'tea'}, {'name': 'mug'}])",
        "({'name': 'tea'}, {'name': 'mug'})",
        "tuple",
        "contains 'tea'",
        None,
    ),
    ("test_is_less", "double(2)", "5", "int", "< 5", None),
    ("test_raises", "Shelf().take()", "no exception", None, "raises OutOfStock", None),
    ("test_uses_a_fixture", "shelf.add('mug')", "None", "NoneType", "2", "int"),
    ("test_a_fixture_beside_a_class", "shelf.add('mug')", "None", "NoneType", "2", "int"),
    ("test_many[-3--6]", "double(-3)", "0", "int", "-6", "int"),
    ("test_several_in_one (twice, number=2)", "double(2)", "5", "int", "4", "int"),
    ("test_prints", "greet('Ada')", r"'Hallo, Ada!\n'", "str", r"'Hello, Ada!\n'", "str"),
    ("test_awaits", "fetch(7)", "'7'", "str", "7", "int"),
    ("TestTogether::test_in_a_class", "double('ab')", None, None, "'abab'", None),
    ("ShelfTests::test_equal", "double(4)", "7", "int", "8", "int"),
    ("ShelfTests::test_true", "is_late(9)", "False", "bool", "True", None),
    ("ShelfTests::test_false", "is_late(1)", "True", "bool", "False", None),
    (
        "ShelfTests::test_in",
        "names([{'name': 'tea'}])",
        "({'name': 'tea'},)",
        "tuple",
        "contains 'tea'",
        None,
    ),
    ("ShelfTests::test_raises", "Shelf().take()", "no exception", None, "raises OutOfStock", None),
    ("ShelfTests::test_several (number=2)", "double(2)", "5", "int", "4", "int"),
    ("ShelfTests::test_own_state", "self.shelf.add('mug')", "None", "NoneType", "2", "int"),
]


@pytest.fixture(scope="module")
def wrong(door: Door) -> CheckReport:
    source = SOLUTION
    for right, mistaken in WRONG.items():
        assert right in source
        source = source.replace(right, mistaken)
    return door.check(STYLES, source)


def result(report: CheckReport, identity: str) -> TestResult:
    return next(test for test in report.tests if test.id == identity)


def test_the_reference_passes_every_style(door: Door) -> None:
    report = door.check(STYLES, SOLUTION)
    assert report.verdict is Verdict.PASSED
    assert {test.outcome for test in report.tests} == {"passed"}
    names = {test.id for test in report.tests}
    assert {
        "test_many[0-0]",
        "TestTogether::test_in_a_class",
        "ShelfTests::test_several",
        "ShelfTests::test_several (number=1)",
        "test_several_in_one (twice, number=1)",
    } <= names


@pytest.mark.parametrize("wanted", EXPECTED, ids=lambda wanted: wanted[0])
def test_call_got_and_expected(
    wanted: tuple[str, str, str | None, str | None, str, str | None], wrong: CheckReport
) -> None:
    identity, *values = wanted
    test = result(wrong, identity)
    assert test.outcome == "failed"
    assert [test.call, test.got, test.got_type, test.expected, test.expected_type] == values


def test_a_near_number_is_compared_by_its_type(wrong: CheckReport) -> None:
    test = result(wrong, "test_is_near")
    assert (test.got, test.expected_type) == ("0.6000000000000001", "float")
    assert test.expected is not None
    assert test.expected.startswith("0.2 ±")


def test_a_test_with_failing_cases_fails_itself(wrong: CheckReport) -> None:
    for identity in ("test_several_in_one", "ShelfTests::test_several"):
        test = result(wrong, identity)
        assert (test.outcome, test.message) == ("failed", "2 of its 2 cases did not pass.")


def test_names_are_plain_words(wrong: CheckReport) -> None:
    assert result(wrong, "test_many[-3--6]").name == "many (-3--6)"
    assert result(wrong, "ShelfTests::test_equal_lists").name == "equal lists"
    assert result(wrong, "ShelfTests::test_several (number=1)").name == "several: number=1"


def test_an_exception_has_the_learners_frames_and_values(door: Door) -> None:
    report = door.check(
        "clamp",
        "def smaller(a, b):\n    middle = [a, b]\n    return middle[2]\n\n\n"
        "def clamp(value, low, high):\n    return smaller(value, high)\n",
    )
    test = result(report, "test_inside_stays")
    assert (test.call, test.got, test.expected) == ("clamp(5, 0, 10)", None, "5")
    assert test.exception is not None
    assert (test.exception.type, test.exception.message) == (
        "IndexError",
        "list index out of range",
    )
    frames = [(frame.function, frame.line, frame.code) for frame in test.exception.frames]
    assert frames == [
        ("clamp", 7, "return smaller(value, high)"),
        ("smaller", 3, "return middle[2]"),
    ]
    assert test.exception.frames[1].variables == {"a": "5", "b": "10", "middle": "[5, 10]"}


def test_what_was_printed_belongs_to_its_test(door: Door) -> None:
    report = door.check("clamp", "def clamp(value, low, high):\n    print('got', value)\n")
    assert result(report, "test_over_becomes_high").printed == "got 12\n"
    assert result(report, "test_inside_stays").printed == "got 5\n"
    assert report.printed.startswith("got 5\ngot -1\n")


def test_one_missing_name_does_not_hide_the_other_tests(door: Door) -> None:
    report = door.check(STYLES, SOLUTION.replace("def is_late", "def is_lately"))
    failing = {test.id for test in report.tests if test.outcome != "passed"}
    assert failing == {
        "test_is_true",
        "test_is_not_true",
        "ShelfTests::test_true",
        "ShelfTests::test_false",
    }
    assert report.verdict is Verdict.FAILED
    assert report.exception is not None
    assert "`is_late`" in report.exception.message
    missing = result(report, "test_is_true").exception
    assert missing is not None
    assert missing.message == "cannot import name 'is_late' from 'styles'"


def test_a_missing_exception_fails_only_its_test(door: Door) -> None:
    report = door.check(STYLES, SOLUTION.replace("OutOfStock", "NothingLeft"))
    failing = {test.id for test in report.tests if test.outcome != "passed"}
    assert failing == {"test_raises", "ShelfTests::test_raises"}


def test_an_unused_missing_name_is_still_no_pass(door: Door) -> None:
    report = door.check("clamp", "def clomp(value, low, high):\n    return value\n")
    assert report.verdict is Verdict.ERROR
    assert [test.outcome for test in report.tests] == ["failed"] * 5


def test_a_syntax_error_says_where(door: Door) -> None:
    report = door.check("clamp", "def clamp(value, low, high)\n    return value\n")
    assert report.verdict is Verdict.ERROR
    assert report.exception is not None
    assert report.exception.type == "SyntaxError"
    assert report.exception.frames[0].line == 1
    assert [test.outcome for test in report.tests] == ["not_run"] * 5
