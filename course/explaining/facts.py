"""The facts: the simplest failing call, what it did and what the test expects, with a diff."""

from __future__ import annotations

import ast
import builtins
import difflib
import pprint

import msgspec

from course.checking.calls_in_tests import imported_names
from course.checking.values import UNKNOWN, value_of
from course.checking.words import code, listed
from course.explaining.call_cases import Case
from course.explaining.differing import where_they_differ, windows
from course.explaining.evidence import Evidence
from course.explaining.failing_assert import asserted
from course.explaining.sentences import refusal
from course.model import CheckReport, Diagnosis, TestResult
from course.verdict_words import expected_bound
from course.worker.asserting import NOTHING_RAISED, WITH_WORDS
from course.worker.compared import LATER, PRINTED

LONGEST_LINE = 60
_MOST_TYPED = 4
_SINGLE = frozenset({"None", "True", "False", "..."})


def facts(evidence: Evidence, explanation: str = "") -> Diagnosis | None:
    """The facts of the simplest failing call; None where `told` has all of them already."""
    for case in evidence.failing:
        if case.got is None and case.exception is None:
            continue
        if _has(explanation, case, evidence):
            diff = diff_of(case.got, case.expected) if not case.exception else None
            if diff is None:
                return None
            return Diagnosis(
                "facts", f"Both answers to {code(case.call, 80)}, line by line:", diff=diff
            )
        return _of_case(case, evidence)
    for test in evidence.failed_tests:
        return _of_test(test, explanation, evidence)
    return None


def bare_facts(report: CheckReport) -> Diagnosis:
    """What the report says by itself, where nothing else can be said."""
    test = report.first_failure
    if test is not None and test.outcome == "skipped":
        text = (
            f"The test `{test.name}` was skipped, so it proves nothing. Every test has to run: "
            "look for `skip` or `xfail` in your code."
        )
        return Diagnosis("facts", text, name="skipped", test=test.id)
    if test is not None and test.call and test.got is not None:
        text = f"{code(test.call, 80)} gave back {code(test.got, 70)}."
        if test.compared is not None:
            text = f"In the test {code(test.name)}, the value is {code(test.got, 70)}."
        if test.expected is not None:
            text += f" The test expects {code(test.expected, 70)}."
        return Diagnosis("facts", text, test=test.id)
    if report.exception is not None:
        stopped = f"{report.exception.type}: {report.exception.message}".rstrip(": ")
        return Diagnosis("facts", f"Your code stopped: {code(stopped, 120)}.")
    if report.limit:
        return Diagnosis("facts", report.limit)
    if test is None or test.outcome == "not_run":
        text = (
            "The tests could not begin, and Python did not say why. Does your code change Python "
            "itself?"
        )
        return Diagnosis("facts", text, name="not_run", test=test.id if test else None)
    return Diagnosis("facts", f"The test `{test.name}` did not pass.", test=test.id)


def only_facts(report: CheckReport) -> CheckReport:
    """A report without a word on why, for where nothing helps: what kept it from starting, a broken
    rule, the call with what came and what should."""
    told = tuple(it for it in report.diagnosis if it.kind not in ("mistake", "symptom"))
    if not told and not report.passed:
        told = (bare_facts(report),)
    return msgspec.structs.replace(report, diagnosis=told)


def _has(explanation: str, case: Case, evidence: Evidence) -> bool:
    stopped = evidence.test_that_stopped(case)
    if (code(case.call, 80) if stopped is None else code(stopped)) not in explanation:
        return False
    if case.exception is not None:
        return f"`{case.exception.type}`" in explanation
    parts = [case.got, case.expected or case.raises]
    return all(part is not None and code(part, 70) in explanation for part in parts)


def _of_case(case: Case, evidence: Evidence) -> Diagnosis:
    test = next((t for t in evidence.failed_tests if t.id == case.test), None)
    line = _line_of(case)
    if case.exception is not None:
        what = f"stopped with `{case.exception.type}`"
        if case.exception.message:
            what += f": {code(case.exception.message, 120)}"
        wanted = f" The test expects {code(case.expected, 70)}." if case.expected else ""
        who = code(case.call, 80)
        if (stopped := evidence.test_that_stopped(case)) is not None:
            who, wanted = f"The test {code(stopped)}", ""
        return Diagnosis(
            kind="facts",
            text=f"{who} {what}.{wanted}",
            line=line,
            test=test.id if test else None,
        )
    diff = diff_of(case.got, case.expected)
    if case.raises:
        wanted = f"should be refused with {refusal(case.raises)}"
        text = f"{code(case.call, 80)} {wanted}, and came back with {code(case.got or '', 70)}."
        if case.got is None:
            text = f"{code(case.call, 80)} {wanted}, and no exception came."
    elif case.about == "printed":
        printed, expected = code(case.got or "", 70), code(case.expected or "", 70)
        after = f"After {code(case.call, 80)}{_typed(test)}"
        text = f"{after}, what was printed is {printed}; the test expects {expected}."
    else:
        if (case.expected or "").startswith("is not"):
            one = "value" if case.got in _SINGLE else "object, not that very one"
            text = (
                f"{code(case.call, 80)} gave back {code(case.got or '', 70)}; the test expects "
                f"another {one}."
            )
            return Diagnosis(kind="facts", text=text, test=test.id if test else None)
        got, expected, more = _differing(case.got or "", case.expected or "")
        text = f"{code(case.call, 80)} gave back {got}; the test expects {expected}.{more}"
    return Diagnosis(kind="facts", text=text, test=test.id if test else None, diff=diff)


def _typed(test: TestResult | None) -> str:
    """What was typed while the call ran, where a test types."""
    if test is None or not test.typed or len(test.typed) > _MOST_TYPED:
        return ""
    return f", with {listed([code(answer, 30) for answer in test.typed])} typed"


def _of_test(test: TestResult, explanation: str, evidence: Evidence) -> Diagnosis | None:
    if test.got is not None and test.expected is not None:
        what = _what_is_asserted(test, evidence)
        if test.got == NOTHING_RAISED:
            wanted = test.expected.removeprefix("raises ").partition(WITH_WORDS)[0]
            text = f"In the test {code(test.name)}, {what} should be refused with {refusal(wanted)}"
            return Diagnosis("facts", f"{text}, and no exception came.", test=test.id)
        if code(test.got, 70) in explanation and code(test.expected, 70) in explanation:
            return None
        got, expected, more = _differing(test.got, test.expected)
        if _only_values(test.compared, evidence):  # both sides are worked out from the answer
            text = f"In the test {code(test.name)}, {got} and {expected} should be the same."
            return Diagnosis("facts", text, test=test.id)
        text = f"In the test {code(test.name)}, {what} is {got}; the test expects {expected}.{more}"
        return Diagnosis("facts", text, test=test.id, diff=diff_of(test.got, test.expected))
    if test.exception is not None:
        if f"`{test.exception.type}`" in explanation:
            return None
        text = (
            f"The test {code(test.name)} stopped with `{test.exception.type}`: "
            f"{code(test.exception.message, 120)}."
        )
        frames = test.exception.frames
        return Diagnosis("facts", text, line=frames[-1].line if frames else None, test=test.id)
    message = (test.message or "").strip().splitlines()
    words = f": {code(message[0].rstrip('.'), 120)}" if message else ""
    return Diagnosis("facts", f"The test {code(test.name)} did not pass{words}.", test=test.id)


def _differing(got: str, expected: str) -> tuple[str, str, str]:
    """Both values as code, of long texts the part that differs, and the place in nested data."""
    mine, its = value_of(got), value_of(expected)
    if UNKNOWN in (mine, its):
        bound = expected_bound(expected)
        wanted = f"{bound[0]} {code(bound[1], 70)}" if bound else code(expected, 70)
        return code(got, 70), wanted, ""
    if isinstance(mine, str) and isinstance(its, str):
        return *windows(mine, its), ""
    return code(got, 70), code(expected, 70), where_they_differ(mine, its)


def _what_is_asserted(test: TestResult, evidence: Evidence) -> str:
    """What a test looks at, in the learner's own names; those of the test mean nothing to them."""
    if test.compared is not None and test.compared not in (LATER, PRINTED):
        return code(test.compared, 80) if _is_plain(test.compared, evidence) else "the value"
    looked_at = asserted(evidence.exercise, test)
    text = looked_at.text if looked_at else test.call or ""
    if looked_at is not None and (looked_at.about == "printed" or "capsys" in text):
        return "what was printed"
    try:
        tree = ast.parse(text, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return "the value"
    known = {*evidence.functions, *imported_names(evidence.exercise), *dir(builtins)}
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    written = not any(isinstance(node, ast.comprehension | ast.Lambda) for node in ast.walk(tree))
    return code(text, 80) if text and written and names <= known else "the value"


def _only_values(text: str | None, evidence: Evidence) -> bool:
    """Whether an expression calculates with values that are written out: `int('4') + int('5')`."""
    try:
        nodes = list(ast.walk(ast.parse(text or "", mode="eval")))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    names = {it.id for it in nodes if isinstance(it, ast.Name)}
    calculates = any(isinstance(it, ast.BinOp) for it in nodes)
    return calculates and names <= set(dir(builtins)) - set(evidence.functions)


def _is_plain(text: str, evidence: Evidence) -> bool:
    """Whether an expression has no loop of the test in it, or one over what the learner's gives."""
    try:
        nodes = list(ast.walk(ast.parse(text, mode="eval")))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return True
    own = {*evidence.functions, *imported_names(evidence.exercise)}
    calls_own = any(isinstance(node, ast.Name) and node.id in own for node in nodes)
    return calls_own or not any(isinstance(node, ast.comprehension) for node in nodes)


def _line_of(case: Case) -> int | None:
    frames = case.exception.frames if case.exception else ()
    return frames[-1].line if frames else None


def diff_of(got: str | None, expected: str | None) -> str | None:
    """What came (`-`) against what should come (`+`), over several lines; None for short values."""
    if got is None or expected is None or got == expected:
        return None
    mine, wanted = _lines(got), _lines(expected)
    if len(mine) < 2 and len(wanted) < 2 and max(len(got), len(expected)) <= LONGEST_LINE:
        return None
    lines = difflib.unified_diff(mine, wanted, "what came", "what should come", lineterm="")
    text = "\n".join(lines)
    return text if text and len(text) < 20_000 else None


def _lines(text: str) -> list[str]:
    """A text's own lines; a long value a line per item."""
    data = value_of(text)
    if isinstance(data, str):
        return data.splitlines() or [""]
    if data is not UNKNOWN and len(text) > LONGEST_LINE:
        return pprint.pformat(data, width=LONGEST_LINE, sort_dicts=False).splitlines()
    try:
        return ast.unparse(ast.parse(text, mode="eval")).splitlines()
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return text.splitlines()
