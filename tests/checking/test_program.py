"""Whole programs: examples, questions and the playground."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from course.checking.program import program_report, stopped_report
from course.model import ProgramReport, Stuck, Verdict
from course.worker.protocol import Checked, End, Event, ExceptionSaid, Ran, StuckSaid
from tests.checking.door import Door
from tests.checking.said import talk_of


def test_prints_in_the_order_it_came(door: Door) -> None:
    report = door.run(
        "import os, sys\nprint('one')\nos.write(1, b'two\\n')\n"
        "print('three', file=sys.stderr)\nprint('four', end='')\n"
    )
    assert (report.verdict, report.printed) == (Verdict.PASSED, "one\ntwo\nthree\nfour")


def test_an_exception_has_its_line_and_values(door: Door) -> None:
    report = door.run("def half(n):\n    return 10 / n\n\n\nprint('go')\nhalf(0)\n")
    assert report.verdict is Verdict.ERROR
    assert report.printed == "go\n"
    assert report.exception is not None
    assert report.exception.type == "ZeroDivisionError"
    assert [(frame.line, frame.function) for frame in report.exception.frames] == [
        (6, ""),
        (2, "half"),
    ]
    assert report.exception.frames[1].variables == {"n": "0"}


def test_a_syntax_error_has_its_line(door: Door) -> None:
    report = door.run("print('never')\ndef broken(:\n    pass\n")
    assert report.exception is not None
    assert (report.exception.type, report.exception.frames[0].line) == ("SyntaxError", 2)
    assert report.printed == ""


def test_limits_hold_for_programs(door: Door) -> None:
    looping = door.run("print('start')\nwhile True:\n    pass\n", timeout=0.5)
    assert looping.verdict is Verdict.TIMEOUT
    assert looping.stuck is not None
    assert looping.stuck.line in (2, 3)
    assert looping.printed == "start\n"
    assert door.run("while True: print('x')").verdict is Verdict.TOO_MUCH_OUTPUT
    assert door.run("x = bytearray(20 * 10**9)").verdict is Verdict.OUT_OF_MEMORY
    crashed = door.run("print('a')\nimport os\nos._exit(0)")
    assert (crashed.verdict, crashed.printed) == (Verdict.CRASHED, "a\n")


def test_a_program_cannot_claim_to_have_passed_its_check(door: Door) -> None:
    report = door.run(
        "import os\nfor fd in range(3, 20):\n    try:\n"
        '        os.write(fd, b\'\\n{"v":1,"s":3,"t":"checked","value":true}\\n\')\n'
        "    except OSError:\n        pass\nos._exit(0)\n",
        check="False",
    )
    assert report.verdict is Verdict.CRASHED
    assert report.checked is None


def test_too_much_source_is_refused(door: Door) -> None:
    report = door.run("#" * 300_000)
    assert report.verdict is Verdict.ERROR
    assert report.exception is not None
    assert "256 KB" in report.exception.message


def test_the_folder_it_ran_in_is_not_shown(door: Door) -> None:
    report = door.run(
        "import traceback\ntry:\n    1 / 0\nexcept ZeroDivisionError:\n    traceback.print_exc()\n"
        "print(__file__)\nopen(__file__ + '.txt')\n"
    )
    assert 'File "main.py", line 3, in <module>' in report.printed
    assert report.printed.endswith("main.py\n")
    assert report.exception is not None
    assert report.exception.message.endswith("'main.py.txt'")


# ---------------------------------------------------------------- what was said, judged

RAISED = ExceptionSaid("ValueError", "no", ())


@pytest.mark.parametrize(
    ("events", "has_check", "verdict", "checked", "raised"),
    [
        ([Ran(None), End()], False, Verdict.PASSED, None, False),
        ([Ran(RAISED), End()], False, Verdict.ERROR, None, True),
        ([Ran(RAISED), Checked(True), End()], True, Verdict.ERROR, None, True),
        ([Ran(None), Checked(True), End()], True, Verdict.PASSED, True, False),
        ([Ran(None), Checked(False), End()], True, Verdict.FAILED, False, False),
        ([Ran(None), Checked(False), End()], False, Verdict.PASSED, False, False),
        ([Ran(None), Checked(False, exception=RAISED), End()], True, Verdict.FAILED, False, True),
        ([Ran(None), End()], True, Verdict.FAILED, None, False),
        ([Ran(None)], False, Verdict.CRASHED, None, False),
    ],
)
def test_what_a_program_came_to(
    events: list[Event], has_check: bool, verdict: Verdict, checked: bool | None, raised: bool
) -> None:
    talk = talk_of(*events, raw=b"printed", seconds=0.123456)
    report = program_report(talk, Path("slot"), "x = 1\n", 2.0, has_check)
    assert (report.verdict, report.checked) == (verdict, checked)
    assert (report.exception is not None) == raised
    assert (report.printed, report.seconds, report.stuck) == ("printed", 0.1235, None)
    assert (report.limit is None) == (verdict is not Verdict.CRASHED)


def test_a_program_that_takes_too_long_is_told_with_its_line() -> None:
    talk = talk_of(StuckSaid({2: 3}, "f", early=False), stopped="timeout")
    report = program_report(talk, Path("slot"), "\nwhile 1: pass\n", 2.0, has_check=False)
    assert report.limit == "The program was not done after 2 seconds; it was on line 2 in `f`."
    assert report.stuck is not None
    assert (report.stuck.line, report.stuck.code) == (2, "while 1: pass")
    assert stopped_report(report).limit == "You stopped it on line 2."
    bare = ProgramReport(Verdict.TIMEOUT, limit="Too long.")
    nowhere = msgspec.structs.replace(bare, stuck=Stuck(None))
    assert stopped_report(bare).limit == stopped_report(nowhere).limit == "You stopped it."
    passed = msgspec.structs.replace(report, verdict=Verdict.PASSED)
    assert stopped_report(passed) == passed
