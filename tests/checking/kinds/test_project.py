"""Projects of several files through the checker's door."""

from __future__ import annotations

import asyncio
from pathlib import Path

import msgspec
import pytest

from course.catalogue import read_exercise
from course.catalogue.exercises import reference
from course.catalogue.package import replaced, split
from course.model import Exercise, Verdict
from tests.checking.door import Door
from tests.project_of_files import write_django_project, write_project


@pytest.fixture
def project(tmp_path: Path) -> Exercise:
    """The project in a folder of its own."""
    lesson = tmp_path / "lessons" / "loops.yaml"
    lesson.parent.mkdir()
    lesson.write_text("steps:\n", encoding="utf-8")
    return read_exercise(write_project(tmp_path, "loops", "loops.yaml"))


def test_the_solution_passes_every_milestone(door: Door, project: Exercise) -> None:
    report = door.check(project, reference(project))
    assert report.verdict is Verdict.PASSED
    assert [test.id.split("::")[0] for test in report.tests] == ["01-weigh"] * 2 + ["02-label"] * 2


def test_the_starter_stops_at_the_first_milestone(door: Door, project: Exercise) -> None:
    report = door.check(project, project.starter)
    assert report.verdict is Verdict.FAILED
    assert {test.id: test.outcome for test in report.tests} == {
        "01-weigh::test_adds_up": "failed",
        "01-weigh::test_an_empty_van_weighs_nothing": "failed",
        "02-label": "not_run",
    }
    assert report.first_failure is not None
    assert report.first_failure.call == "total([200, 50])"
    assert (report.first_failure.got, report.first_failure.expected) == ("None", "250")
    assert not [one for one in report.diagnosis if one.kind == "cannot_start"]


def test_a_diagnosis_names_the_file_its_line_is_in(door: Door, project: Exercise) -> None:
    broken = replaced(reference(project), {"weights.py": "def total(parcels)\n    return 0\n"})
    report = door.check(project, broken)
    assert report.verdict is Verdict.ERROR
    told = report.diagnosis[0]
    assert (told.kind, told.file, told.line) == ("cannot_start", "weights.py", 1)
    assert told.text.startswith("In `weights.py`: ")
    raising = "def total(parcels):\n    return sum(parcels) / len(parcels)\n"
    report = door.check(project, replaced(reference(project), {"weights.py": raising}))
    failing = [test for test in report.tests if test.exception]
    assert failing[0].exception is not None
    assert failing[0].exception.frames[-1].file == "van_plan/weights.py"


def test_tests_may_import_a_module_of_the_package_by_its_name(
    door: Door, project: Exercise
) -> None:
    first = project.milestones[0].test_files[0]
    by_name = (
        "from van_plan import weights\n\n\n"
        "def test_adds_up():\n    assert weights.total([1, 2]) == 3\n"
    )
    first.write_text(by_name, encoding="utf-8")
    assert door.check(project, reference(project)).verdict is Verdict.PASSED
    missing = by_name.replace("weights", "weighing")
    first.write_text(missing, encoding="utf-8")
    assert door.check(project, reference(project)).verdict is not Verdict.PASSED


def test_a_django_project_finds_its_templates(door: Door, tmp_path: Path) -> None:
    exercise = read_exercise(write_django_project(tmp_path))
    assert door.check(exercise, reference(exercise)).verdict is Verdict.PASSED


def test_an_endless_loop_in_one_of_the_files_is_stopped(door: Door, project: Exercise) -> None:
    endless = "def total(parcels):\n    while True:\n        pass\n"
    short = replaced(reference(project), {"weights.py": endless})
    limited = msgspec.structs.replace(project.source, timeout=1)
    report = door.check(msgspec.structs.replace(project, source=limited), short)
    assert report.verdict is Verdict.TIMEOUT
    assert report.stuck is not None
    assert report.stuck.function == "total"


@pytest.mark.parametrize(
    "text", ["def total(parcels): ...\n", "#=== ../../outside.py ===\nprint(1)\n"]
)
def test_a_text_that_is_no_package_is_refused_calmly(
    door: Door, project: Exercise, text: str
) -> None:
    report = door.check(project, text)
    assert report.verdict is Verdict.ERROR
    assert "files cannot be told apart" in report.diagnosis[0].text


def test_a_submission_cannot_bring_its_own_tests(door: Door, project: Exercise) -> None:
    files = split(project.starter) | {
        "conftest.py": "def pytest_runtest_makereport(item): raise SystemExit(0)\n",
        "test_weigh.py": "def test_adds_up(): pass\n",
    }
    report = door.check(project, replaced(project.starter, files))
    assert report.verdict is Verdict.FAILED


def test_all_files_of_a_project_are_stepped_through(door: Door, project: Exercise) -> None:
    wrong = reference(project).replace(' g"', ' kg"')
    label = door.check(project, wrong).first_failure
    assert label is not None
    trace = door.run_async(door.checker.trace(project, wrong, label))
    steps = [trace[at] for at in range(len(trace))]
    assert list(dict.fromkeys(step.file for step in steps)) == ["labels.py", "weights.py"]
    inside = next(step for step in steps if step.file == "weights.py")
    assert [(frame.function, frame.file) for frame in inside.frames] == [
        ("total", "weights.py"),
        ("label", "labels.py"),
    ]
    assert trace.source_at(inside).startswith("def total")
    assert trace.source_at(steps[0]).startswith("from pathlib")
    departs = door.run_async(door.checker.departure(project, trace, label))
    assert departs is not None
    assert (trace[departs.index].file, departs.expected) == (
        "labels.py",
        "'<h1>Van</h1> 250 g'",
    )


def test_nothing_is_claimed_of_a_file_that_is_not_known(door: Door, project: Exercise) -> None:
    test = project.milestones[0].folder / "test_weigh.py"
    refuses = (
        "import pytest\n\nfrom van_plan.weights import total\n\n\n"
        "def test_refuses_a_negative_weight():\n"
        "    with pytest.raises(ValueError):\n        total([-1])\n"
    )
    test.write_text(refuses, encoding="utf-8")
    written = replaced(project.starter, {"weights.py": "def total(weights):\n    return 0\n"})
    report = door.check(read_exercise(project.folder), written)
    assert report.verdict is Verdict.FAILED
    assert "should be refused with `ValueError`" in report.diagnosis[0].text
    assert "in your file" not in report.diagnosis[0].text


def test_independent_checks_of_a_project_run_side_by_side(door: Door, project: Exercise) -> None:
    async def both() -> list[Verdict]:
        check, source = door.checker.check, reference(project)
        reports = await asyncio.gather(
            *(check(project, source, independent=True) for _ in range(2))
        )
        return [report.verdict for report in reports]

    assert door.run_async(both()) == [Verdict.PASSED] * 2
