"""The kinds beyond write and fix, through the checker's door: what a learner's file is told."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from course.authoring.gate.subject import Subject, plain_tests
from course.catalogue import read_exercise
from course.catalogue.exercises import reference
from course.checking import Checker
from course.explaining.explainer import Explainer
from course.model import CheckReport, Verdict
from tests.authoring.conftest import Course
from tests.project_of_files import write_project

SHOP = Path(__file__).parent / "content/exercises/shop"
TOOLS = Path(__file__).parents[2] / "exercises/tools-of-the-trade"
Check = tuple[asyncio.Runner, Checker]


def check(gate_checker: Check, folder: Path, source: str | None = None) -> CheckReport:
    """The explained report on a source, or on the reference."""
    runner, checker = gate_checker
    exercise = read_exercise(folder)
    source = reference(exercise) if source is None else source
    report = runner.run(checker.check(exercise, source))
    return runner.run(Explainer(checker).explained(exercise, source, report))


def outcomes(report: CheckReport) -> dict[str, str]:
    """Each result's outcome by its id."""
    return {one.id: one.outcome for one in report.tests}


@pytest.mark.parametrize("name", ["test_fee", "review_fee", "long_label", "grow"])
def test_the_reference_passes(gate_checker: Check, name: str) -> None:
    report = check(gate_checker, SHOP / name)
    assert report.verdict is Verdict.PASSED, report
    assert {one.outcome for one in report.tests} == {"passed"}
    assert report.exercise == f"shop/{name}"


# ---------------------------------------------------------------- test


def test_the_bugs_that_got_away_are_named_and_not_how_to_catch_them(gate_checker: Check) -> None:
    source = "from fee import fee\n\n\ndef test_late():\n    assert fee(4) == 5\n"
    report = check(gate_checker, SHOP / "test_fee", source)
    assert report.verdict is Verdict.FAILED
    assert outcomes(report) == {
        "test_late": "passed",
        "bug::free": "passed",
        "bug::third_day": "failed",
    }
    (told,) = report.diagnosis
    assert "one bug got away" in told.text
    assert "The third day costs already." in told.text
    assert "fee(3)" not in told.text


def test_tests_that_fail_on_right_code_are_told_first(gate_checker: Check) -> None:
    """With what it gives and what the test expects, in that order and told apart."""
    source = "from fee import fee\n\n\ndef test_late():\n    assert fee(4) == 6\n"
    report = check(gate_checker, SHOP / "test_fee", source)
    assert report.verdict is Verdict.FAILED
    assert outcomes(report)["bug::free"] == "not_run"
    assert "The code in `fee.py` is right, and your test `test_late` fails on it." in (
        report.diagnosis[0].text
    )
    assert report.diagnosis[0].line == 5
    assert "There the code gives `5`, and your test expects `6`." in report.diagnosis[0].text
    refused = (
        "import pytest\nfrom fee import fee\n\n\ndef test_early():\n"
        "    with pytest.raises(ValueError):\n        fee(4)\n"
    )
    (told,) = check(gate_checker, SHOP / "test_fee", refused).diagnosis
    assert "No exception came there, and your test expects `raises ValueError`." in told.text


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", "There is no test yet."),
        ("def test_it(:\n    pass\n", "Python cannot read line 1 of your tests"),
        ("import nothing_there\n\n\ndef test_it():\n    pass\n", "Python cannot load your tests"),
        ("from fee import fees\n\n\ndef test_it():\n    assert fees(1) == 0\n", "fee"),
    ],
)
def test_tests_that_cannot_start(gate_checker: Check, source: str, words: str) -> None:
    report = check(gate_checker, SHOP / "test_fee", source)
    assert report.verdict in (Verdict.ERROR, Verdict.FAILED)
    assert words in report.diagnosis[0].text


@pytest.mark.parametrize(
    "body",
    [
        "pass",
        "assert False",
        "import os; os._exit(0)",
        "import sys; sys.exit(0)",
        "import pytest; pytest.skip('')",
    ],
)
def test_no_test_cheats_past_the_bugs(gate_checker: Check, body: str) -> None:
    report = check(gate_checker, SHOP / "test_fee", f"def test_it():\n    {body}\n")
    assert not report.passed


# ---------------------------------------------------------------- refactor


def test_a_limit_is_told_when_the_tests_are_green(gate_checker: Check) -> None:
    starter = (SHOP / "long_label/starter.py").read_text("utf-8")
    report = check(gate_checker, SHOP / "long_label", starter)
    assert report.verdict is Verdict.FAILED
    (limit,) = [one for one in report.tests if one.id == "limit::complexity"]
    assert (limit.got, limit.expected, limit.line) == ("3", "at most 2", 1)
    assert report.diagnosis[0].text == (
        "The tests are green. What is left: at most 2 ways through the most complicated "
        "function: `long_label` has 3."
    )


def test_red_tests_come_before_limits(gate_checker: Check) -> None:
    source = (SHOP / "long_label/solution.py").read_text("utf-8").replace("small", "tiny")
    report = check(gate_checker, SHOP / "long_label", source)
    assert report.verdict is Verdict.FAILED
    assert not [one for one in report.tests if one.id.startswith("limit::")]


def test_time_and_allocations_are_measured_against_the_starter(
    gate_checker: Check, tmp_path: Path
) -> None:
    folder = tmp_path / "shop" / "joined"
    folder.mkdir(parents=True)
    slow = "def joined(n):\n    return [a for a in range(n) for b in range(n) if a == b]\n"
    quick = "def joined(n):\n    return list(range(n))\n"
    hungry = "def joined(n):\n    return list(range(n * 300))[:n]\n"
    (folder / "exercise.yaml").write_text(
        "title: Joined\nkind: refactor\nbrief: Make it quick.\nrules:\n  limits:\n"
        "    time_ratio: 0.5\n    allocations: 200000\n    workload: joined(400)\n"
    )
    (folder / "starter.py").write_text(slow)
    (folder / "solution.py").write_text(quick)
    (folder / "test_joined.py").write_text(
        "from joined import joined\n\n\ndef test_it():\n    assert joined(2) == [0, 1]\n"
    )
    assert check(gate_checker, folder, quick).passed
    told = outcomes(check(gate_checker, folder, slow))
    assert told == {
        "test_it": "passed",
        "limit::time_ratio": "failed",
        "limit::allocations": "passed",
    }
    told = outcomes(check(gate_checker, folder, hungry))
    assert told["limit::allocations"] == "failed"


# ---------------------------------------------------------------- project


def test_a_project_stops_at_the_first_milestone_that_is_not_done(gate_checker: Check) -> None:
    source = (SHOP / "grow/milestones/01-start/solution.py").read_text("utf-8")
    report = check(gate_checker, SHOP / "grow", source)
    told = outcomes(report)
    assert told.pop("01-start::test_the_first_number_is_one") == "passed"
    assert set(told.values()) == {"failed"} or "error" in set(told.values())
    assert all(one.startswith("02-go-on::") for one in told)
    assert any(
        "Milestone 2 of 2: Go on. The ones before it are done." in d.text for d in report.diagnosis
    )


def test_later_milestones_wait(gate_checker: Check) -> None:
    report = check(gate_checker, SHOP / "grow", "def first():\n    return 2\n")
    assert outcomes(report) == {
        "01-start::test_the_first_number_is_one": "failed",
        "02-go-on": "not_run",
    }


def test_what_worked_must_go_on_working(gate_checker: Check) -> None:
    source = "def first():\n    return 2\n\n\ndef after(number):\n    return number + 1\n"
    report = check(gate_checker, SHOP / "grow", source)
    assert outcomes(report)["01-start::test_the_first_number_is_one"] == "failed"


@pytest.mark.parametrize(
    "name",
    ["test_discount", "review_discount_diff", "long_function", "tdd_basket", "off_by_one_invoice"],
)
def test_the_exercises_of_the_course(gate_checker: Check, name: str) -> None:
    assert check(gate_checker, TOOLS / name).passed
    assert not check(gate_checker, TOOLS / name, read_exercise(TOOLS / name).starter).passed


def test_a_project_of_several_files_goes_through_the_gate(good: Course) -> None:
    folder = write_project(good.root, "web", "02-web/01-adding-up.yaml")
    good.edit(
        "exercises/web/van_plan/exercise.yaml", "hints:\n", "practises: [sum]\nhints:\n  - Begin.\n"
    )
    assert good.told("web/van_plan") == []
    (folder / "milestones/01-weigh/solution/labels.py").unlink()
    (folder / "milestones/01-weigh/solution/weights.py").write_text("total = len\n", "utf-8")
    told = good.told("web/van_plan")
    assert len(told) == 1
    assert "this milestone's solution does not pass" in told[0]


def test_all_milestones_together_have_the_time_of_all(good: Course, tmp_path: Path) -> None:
    exercise = read_exercise(write_project(good.root, "web", "02-web/01-adding-up.yaml"))
    subject = Subject(None, exercise, None)  # type: ignore[arg-type] - only the exercise is used
    together = plain_tests(subject, tmp_path).exercise
    assert together.source.timeout == 2 * exercise.source.timeout
    assert len(together.test_files) == 2


def test_what_a_package_is_given_and_its_own_tests_are_not_changed(good: Course) -> None:
    folder = write_project(good.root, "web", "02-web/01-adding-up.yaml")
    good.edit(
        "exercises/web/van_plan/exercise.yaml", "hints:\n", "practises: [sum]\nhints:\n  - Begin.\n"
    )
    for variant in ("starter", "solution"):
        given = "VANS = 1 + 2 + 3 + 4\n"
        (folder / variant / "given.py").write_text(given, encoding="utf-8")
    tests = "LIMITS = 1 + 2 + 3 + 4\n"
    (folder / "solution" / "tests.py").write_text(tests, encoding="utf-8")
    assert good.told("web/van_plan") == []


def test_a_mutant_of_a_package_is_told_in_its_file(good: Course) -> None:
    folder = write_project(good.root, "web", "02-web/01-adding-up.yaml")
    good.edit(
        "exercises/web/van_plan/exercise.yaml", "hints:\n", "practises: [sum]\nhints:\n  - Begin.\n"
    )
    untested = "\n\ndef heaviest(parcels):\n    return max(parcels) + 1 * 2\n"
    file = folder / "solution" / "weights.py"
    file.write_text(file.read_text("utf-8") + untested, "utf-8")
    told = good.told("web/van_plan")
    assert any("solution/weights.py:7: no test notices" in one for one in told)
