"""The facts of a report, where no cause is known: what came, what should have come."""

from __future__ import annotations

import pytest

from course.explaining.facts import (
    _is_plain,
    _only_values,
    _typed,
    bare_facts,
    diff_of,
    facts,
    only_facts,
)
from course.model import CheckReport, Diagnosis, ExceptionInfo, TestResult, Verdict
from tests.explaining.answering import evidence_of


def report(*tests: TestResult, **more: object) -> CheckReport:
    return CheckReport("basics/double", Verdict.FAILED, tests=tests, **more)  # type: ignore[arg-type]


def one(outcome: str = "failed", **more: object) -> TestResult:
    return TestResult("doubles", "test_doubles", outcome, **more)  # type: ignore[arg-type]


CALL = {"call": "double(4)", "got": "9"}
STOPPED = ExceptionInfo("ValueError", "no")


@pytest.mark.parametrize(
    ("told", "words", "name"),
    [
        (
            report(one("skipped", **CALL)),
            "The test `doubles` was skipped, so it proves nothing. Every test has to run: look "
            "for `skip` or `xfail` in your code.",
            "skipped",
        ),
        (report(one(**CALL)), "`double(4)` gave back `9`.", ""),
        (
            report(one(**CALL, expected="8")),
            "`double(4)` gave back `9`. The test expects `8`.",
            "",
        ),
        (
            report(one(**CALL, compared="total", expected="8")),
            "In the test `doubles`, the value is `9`. The test expects `8`.",
            "",
        ),
        (report(one(got="9")), "The test `doubles` did not pass.", ""),
        (report(one(call="double(4)")), "The test `doubles` did not pass.", ""),
        (report(one(), exception=STOPPED), "Your code stopped: `ValueError: no`.", ""),
        (
            report(one(), exception=ExceptionInfo("EOFError", ""), limit="It ran too long."),
            "Your code stopped: `EOFError`.",
            "",
        ),
        (report(one(), limit="It ran too long."), "It ran too long.", ""),
        (
            report(one("not_run")),
            "The tests could not begin, and Python did not say why. Does your code change Python "
            "itself?",
            "not_run",
        ),
    ],
)
def test_what_a_report_says_by_itself(told: CheckReport, words: str, name: str) -> None:
    diagnosis = bare_facts(told)
    assert (diagnosis.kind, diagnosis.text, diagnosis.name or "") == ("facts", words, name)
    about = "" if told.exception or told.limit else "test_doubles"
    assert (diagnosis.test or "") == about


@pytest.mark.parametrize(
    ("got", "words"),
    [
        ("None", "gave back `None`; the test expects another value."),
        ("True", "gave back `True`; the test expects another value."),
        ("False", "gave back `False`; the test expects another value."),
        ("...", "gave back `...`; the test expects another value."),
        ("[1]", "gave back `[1]`; the test expects another object, not that very one."),
    ],
)
def test_another_object_is_expected(got: str, words: str) -> None:
    failed = one(call="double(4)", got=got, got_type="x", expected=f"is not {got}")
    told = facts(evidence_of("def double(n):\n    return n\n", failed))
    assert told is not None
    assert (told.text, told.test, told.diff) == (f"`double(4)` {words}", "test_doubles", None)


@pytest.mark.parametrize(
    ("compared", "shown"),
    [
        ("total.price", "`total.price`"),
        ("[x for x in double(4)]", "`[x for x in double(4)]`"),
        ("[x for x in totals]", "the value"),
        ("{x: 1 for x in totals}", "the value"),
        ("sum(x for x in totals)", "the value"),
        ("sum(totals)", "`sum(totals)`"),
        ("what was seen", "`what was seen`"),
    ],
)
def test_what_a_test_compares_is_shown_without_its_loops(compared: str, shown: str) -> None:
    evidence = evidence_of("def double(n):\n    return n\n")
    assert _is_plain(compared, evidence) is (shown != "the value")
    failed = one(got="1", expected="2", compared=compared)
    told = facts(evidence_of("def double(n):\n    return n\n", failed))
    assert told is not None
    assert told.text.startswith(f"In the test `doubles`, {shown} is `1`; ")


def test_a_report_without_tests_could_not_begin() -> None:
    diagnosis = bare_facts(report())
    assert (diagnosis.name, diagnosis.test) == ("not_run", None)


def test_without_help_only_facts_are_told() -> None:
    rule, fact = Diagnosis("rule", "r"), Diagnosis("facts", "f")
    causes = (Diagnosis("mistake", "m"), Diagnosis("symptom", "s"))
    failed = report(one(**CALL), diagnosis=(rule, *causes, fact))
    assert only_facts(failed).diagnosis == (rule, fact)
    [told] = only_facts(report(one(**CALL), diagnosis=causes)).diagnosis
    assert told.text == "`double(4)` gave back `9`."
    passed = CheckReport("basics/double", Verdict.PASSED, diagnosis=causes)
    assert only_facts(passed).diagnosis == ()


@pytest.mark.parametrize(
    ("got", "expected", "diff"),
    [
        (None, "'a'", None),
        ("'a'", None, None),
        ("'a\\nb'", "'a\\nb'", None),
        ("'a'", "'b'", None),
        ("'a\\nb'", "'a\\nc'", [" a", "-b", "+c"]),
        ("''", "'a\\nb'", ["-", "+a", "+b"]),
        (repr(list(range(40))), repr(list(range(41))), None),
    ],
)
def test_a_value_of_several_lines_is_shown_as_a_difference(
    got: str | None, expected: str | None, diff: list[str] | None
) -> None:
    text = diff_of(got, expected)
    if got is not None and len(got) > 100:
        assert text is not None
        assert [line for line in text.splitlines() if line[0] in "+-"][2:] == [
            "- 39]",
            "+ 39,",
            "+ 40]",
        ]
    elif diff is None:
        assert text is None
    else:
        assert (text or "").splitlines()[:2] == ["--- what came", "+++ what should come"]
        assert (text or "").splitlines()[3:] == diff


def test_a_difference_that_nobody_reads_is_none() -> None:
    long = [f"{number:05}" for number in range(4_000)]
    assert diff_of(repr("\n".join(long)), repr("\n".join(reversed(long)))) is None


def test_what_was_typed_is_told_where_it_is_little() -> None:
    assert _typed(None) == _typed(one()) == _typed(one(typed=("1", "2", "3", "4", "5"))) == ""
    assert _typed(one(typed=("3",))) == ", with `3` typed"
    assert _typed(one(typed=("1", "2", "3", "4"))) == ", with `1`, `2`, `3` and `4` typed"


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("int('4') + int('5')", True),
        ("2 * 3", True),
        ("double(4) + 1", False),
        ("rolled + 1", False),
        ("len('ab')", False),
        ("int(", False),
        (None, False),
    ],
)
def test_a_test_that_works_both_sides_out_from_an_answer(text: str | None, only: bool) -> None:
    evidence = evidence_of("def double(n):\n    return n * 2\n")
    assert _only_values(text, evidence) is only


def test_none_of_two_sides_that_come_from_an_answer_is_what_is_expected() -> None:
    failed = one(got="9", expected="45", compared="int('4') + int('5')")
    evidence = evidence_of("def double(n):\n    return n * 2\n", failed)
    told = facts(evidence)
    assert told is not None
    assert told.text == "In the test `doubles`, `9` and `45` should be the same."
