"""What is told of projects of several files, and of files that import each other."""

from __future__ import annotations

from asyncio import run
from pathlib import Path

import pytest

from course.catalogue import package, read_exercise
from course.catalogue.exercises import reference
from course.checking.kinds.project import for_milestone
from course.explaining.cannot_start import cannot_start
from course.explaining.evidence import Evidence
from course.explaining.explainer import Explainer
from course.explaining.packages import diagnose_package
from course.model import CheckReport, ExceptionInfo, Exercise, Frame, TestResult, Verdict
from tests.checking.door import Door
from tests.project_of_files import write_project

REFUSED = TestResult(
    "refused", "test_r", "failed", call="f()", got="no exception", expected="raises OSError"
)
TOTAL = TestResult(
    "adds up", "test_adds_up", "failed", call="total([200, 50])", got="None", expected="250"
)


@pytest.fixture
def weighing(tmp_path: Path) -> Exercise:
    """The first milestone of the project."""
    lesson = tmp_path / "lessons" / "loops.yaml"
    lesson.parent.mkdir()
    lesson.write_text("steps:\n", encoding="utf-8")
    exercise = read_exercise(write_project(tmp_path, "loops", "loops.yaml"))
    return for_milestone(exercise, exercise.milestones[0])


def told(
    exercise: Exercise, *tests: TestResult, **files: str
) -> list[tuple[str, str, str, object]]:
    """The file, the name, the text and the test of each thing that is told."""
    report = CheckReport(exercise.id, Verdict.FAILED, tests=tests)
    text = package.joined({**package.split(exercise.starter), **files})
    diagnoses = run(diagnose_package(report, exercise, text))
    return [(it.file, it.name, it.text, it.line) for it in diagnoses]


def test_a_function_that_is_still_to_be_written_is_named_with_its_file(weighing: Exercise) -> None:
    """And not the names that a test has for what it calls."""
    ((file, name, text, line),) = told(weighing, REFUSED, TOTAL)
    assert (file, name, line) == ("weights.py", "nothing_yet", 1)
    assert text.startswith("In `weights.py`: `total` has no instructions of its own yet")
    written = {"weights.py": "def total(parcels):\n    return None\n"}
    assert "nothing_yet" not in [it[1] for it in told(weighing, REFUSED, TOTAL, **written)]


def test_an_exception_is_told_with_the_file_of_the_call_that_is_told(weighing: Exercise) -> None:
    stopped = ExceptionInfo("TypeError", "no", (Frame("data/given.py", 9, "pack", "pack(van)"),))
    later = TestResult("stops", "test_s", "failed", call="label([])", exception=stopped)
    ((file, _, text, line), *_) = told(weighing, TOTAL, later)
    assert (file, line) == ("data/given.py", 9)
    assert text.startswith("In `data/given.py`: ")


def test_two_files_that_import_each_other_are_told_as_two() -> None:
    exercise = read_exercise(Path(__file__).parents[1] / "content/exercises/basics/double")
    words = "cannot import name 'double' from partially initialized module 'double' (most likely)"
    own = Frame("double.py", 1, "<module>", "from data.given import other")
    between = Frame("data/given.py", 3, "<module>", "from double import double")
    for frames, name in ((own, between), "imports_in_a_circle"), ((own,), "imports_itself"):
        broken = ExceptionInfo("ImportError", words, frames)
        report = CheckReport(exercise.id, Verdict.ERROR, exception=broken)
        source = "from data.given import other\n\ndef double(n):\n    return other(n)\n"
        (one,) = cannot_start(Evidence(report, exercise, source))
        assert (one.name, one.line) == (name, 1)
        assert ("data/given.py" in one.text) == (name == "imports_in_a_circle")


def test_an_assert_of_a_given_file_is_told_as_the_tests(weighing: Exercise) -> None:
    raised = ExceptionInfo("AssertionError", "too late", (Frame("data/given.py", 9, "run", "x"),))
    late = TestResult("comes", "test_c", "failed", call="run(...)", exception=raised)
    ((file, name, text, _),) = told(
        weighing, late, **{"weights.py": "def total(p):\n    return 1\n"}
    )
    assert (file, name) == ("", "")
    assert text == "The test `comes` stopped with `AssertionError`: `too late`."


def test_a_mend_is_looked_for_in_what_the_call_is_in(door: Door, tmp_path: Path) -> None:
    """And in a second file, where the first one has none."""
    lesson = tmp_path / "lessons" / "loops.yaml"
    lesson.parent.mkdir()
    lesson.write_text("steps:\n", encoding="utf-8")
    exercise = read_exercise(write_project(tmp_path, "loops", "loops.yaml"))
    right = package.split(reference(exercise))
    wrong = right["weights.py"].replace("sum(parcels)", "sum(parcels) + 1")
    source = package.joined({**right, "weights.py": wrong})
    label = for_milestone(exercise, exercise.milestones[1])
    report = door.run_async(door.checker.check(label, source))
    found = door.run_async(door.checker.mends(label, source, report, (), 4, "weights.py"))
    assert {(mend.line, mend.whole) for mend in found.mends} == {(3, True)}
    explainer = Explainer(door.checker, 4)
    lead = door.run_async(explainer.explained(label, source, report)).diagnosis[0]
    assert (lead.file, lead.line, lead.proof) == ("weights.py", 3, "mended")
