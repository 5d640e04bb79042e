"""Several programs in one process: each is as it would be alone, or is left to another process."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from course.catalogue import read_exercise
from course.checking.conversation import Conversation
from course.checking.programs import Program, run_together
from course.explaining.known_by_answers import Answers, alike
from course.model import ProgramReport, Verdict
from course.worker.protocol import Job
from tests.checking.door import Door, exercise_named

HELD = """\
from data import held

def add():
    held.LIST.append(1)
    return held.LIST
"""


def together(door: Door, *programs: Program) -> tuple[list[ProgramReport | None], int]:
    """What came of each, and how many workers it took."""
    jobs: list[Job] = []

    async def converse(job: Job, seconds: float) -> tuple[Conversation | None, Any]:
        jobs.append(job)
        return await door.checker._converse((), lambda _slot: None, job, seconds)

    return door.run_async(run_together(programs, converse)), len(jobs)


def test_each_program_has_its_own_names_input_files_output_and_check(door: Door) -> None:
    reports, workers = together(
        door,
        Program("total = 3\nprint('one')", check="total == 3"),
        Program("print(input())", stdin="two\n", check="total == 3"),
        Program("import shop\nprint(shop.NAME)", files={"shop.py": "NAME = 'three'\n"}),
        Program("import shop"),
        Program("open('left.txt', 'w').write('x')\nprint(__name__)"),
        Program("import os, sys\nprint(sorted(os.listdir()), file=sys.stderr)"),
    )
    assert workers == 1
    assert [report and report.printed for report in reports] == [
        "one\n", "two\n", "three\n", "", "__main__\n", "['main.py']\n"
    ]  # fmt: skip
    assert [report and report.checked for report in reports[:2]] == [True, False]
    errors = [report.exception.type for report in reports if report and report.exception]
    assert errors == ["NameError", "ModuleNotFoundError"]


@pytest.mark.parametrize(
    ("leaves", "then"),
    [
        ("import threading, time\nthreading.Thread(target=time.sleep, args=(9,), daemon=True)"
         ".start()", "import threading\nprint(threading.active_count() < 3)"),
        ("import sys\nsys.setrecursionlimit(77)",
         "import sys\nprint(sys.getrecursionlimit() > 99)"),
        ("import xml.dom.pulldom", "import sys\nprint('xml.dom.pulldom' not in sys.modules)"),
        ("import builtins\nbuiltins.sum = max", "print(sum([1, 2]) == 3)"),
        ("import decimal\ndecimal.getcontext().prec = 2",
         "from decimal import Decimal\nprint(str(Decimal(1) / 3) > '0.333')"),
        ("import os\nos.environ['SHOP'] = '1'\nos.chdir('/')",
         "import os\nprint('SHOP' not in os.environ, os.getcwd() != '/')"),
    ],
    ids=["a thread", "a limit", "a module in a package", "a built-in", "a context", "a folder"],
)  # fmt: skip
def test_what_one_leaves_the_next_one_does_not_find(door: Door, leaves: str, then: str) -> None:
    reports, _ = together(door, Program(leaves), Program(then))
    assert reports[1] is not None
    assert set(reports[1].printed.split()) == {"True"}


def test_one_that_ends_its_process_or_prints_past_python_runs_alone(door: Door) -> None:
    reports, _ = together(door, Program("print(1)"), Program("import os\nos._exit(0)"))
    assert reports[1] is None
    past = "import os\nos.write(1, b'past')"
    reports, _ = together(door, Program(past), Program("print(2)"))
    assert reports[0] is None
    alone = door.run_async(door.checker.run(past))
    assert (alone.verdict, alone.printed) == (Verdict.PASSED, "past")


def test_programs_answer_probes_as_they_do_alone(door: Door, tmp_path: Path) -> None:
    clamp = exercise_named("clamp")
    sources = [
        "def clamp(value, low, high):\n    print(value)\n    return low\n",
        "seen = []\ndef clamp(value, low, high):\n    seen.append(value)\n    return seen\n",
        "def clamp(:\n",
        "import os\nos._exit(0)\n",
        clamp.solution_path.read_text("utf-8"),
    ]
    calls = ("clamp(1, 2, 3)", "clamp(2, 2, 3)", "clamp(0, 2, 3)")
    found = door.run_async(door.checker.probe_all(clamp, sources, calls))
    alone = [door.run_async(door.checker.probe(clamp, source, calls)) for source in sources]
    assert found == alone
    assert alike(Answers.of_today(found[0]), Answers.of_today(alone[0]))
    place = tmp_path / "counted"
    place.mkdir()
    for name, text in {
        "exercise.yaml": "title: T\nkind: write\nbrief: B\nprobes: [counted.add()]\n",
        "starter.py": "",
        "solution.py": HELD,
        "test_counted.py": "from counted import add\ndef test_add():\n    assert add() == [1]\n",
        "data/held.py": "LIST = []\n",
    }.items():
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_text(text, "utf-8")
    exercise = read_exercise(place)
    right = exercise.solution_path.read_text("utf-8")
    found = door.run_async(door.checker.probe_all(exercise, [right] * 3, ("counted.add()",)))
    assert [answers[0].value for answers in found] == ["[1]"] * 3
