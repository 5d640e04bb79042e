"""Symptoms of lists: an argument that is another after the call, where a test minds."""

from __future__ import annotations

import pytest

from course.explaining.evidence import Evidence
from course.explaining.on_lists import changed_argument
from course.model import CheckReport, ExceptionInfo, ProbeResult, TestResult, Verdict
from tests.explaining.answering import evidence_of


def told(test: TestResult, *probes: ProbeResult) -> str:
    """What is said of an argument, where these probes changed theirs."""
    plain = evidence_of("def f(xs):\n    xs.sort()\n    return xs\n")
    report = CheckReport("own/lesson", Verdict.FAILED, tests=(test,), probes=probes)
    saying = changed_argument(Evidence(report, plain.exercise, plain.source))
    return saying.text if saying else ""


def minding(name: str, got: str | None = "[1, 2]", **more: object) -> TestResult:
    return TestResult(name, "test_it", "failed", got=got, expected="[2, 1]", **more)  # type: ignore[arg-type]


def probe(call: str, changed: bool = True) -> ProbeResult:
    return ProbeResult(call, "returned", "[1, 2]", "list", changed_arguments=changed)


@pytest.mark.parametrize(
    "name",
    ["list is unchanged", "does_not_change", "does not change it", "leaves it", "no mutation",
     "Untouched", "keeps the list", "is_not_modified", "is not modified"],
)  # fmt: skip
def test_an_argument_that_a_test_minds(name: str) -> None:
    assert told(minding(name), probe("f([2, 1, 3])"), probe("f([2, 1])")) == (
        f"The test `{name!r}` looks at what the caller handed in, after the call. Your function "
        "changes it: `f([2, 1])`, for one, leaves its argument different from what it was. The "
        "caller and your function work with one and the same object."
    )


@pytest.mark.parametrize(
    ("test", "probed"),
    [
        (minding("it works"), probe("f([2, 1])")),
        (minding("unchanged"), probe("f([2, 1])", changed=False)),
        (minding("unchanged"), probe("f(lambda: 1)")),
        (minding("unchanged", got=None), probe("f([2, 1])")),
        (minding("unchanged", exception=ExceptionInfo("ValueError", "")), probe("f([2, 1])")),
    ],
)
def test_an_argument_that_nobody_minds(test: TestResult, probed: ProbeResult) -> None:
    assert told(test, probed) == ""
