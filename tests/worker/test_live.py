"""Input that is asked for while the program runs, in every way of reading."""

from __future__ import annotations

import pytest

from course.explaining.programs import explain_program
from course.model import Verdict
from tests.checking.door import Door
from tests.checking.talking import Talk, run


def test_the_end_of_the_input_ends_one_reading_as_at_a_terminal(door: Door) -> None:
    talk = Talk([None, "more", None])
    report = run(
        door,
        "try:\n    input('a ')\nexcept EOFError:\n    print('ended')\nprint(input('b '))\ninput()",
        talk,
    )
    assert talk.transcript == "a ^Dended\nb more\nmore\n^D"
    assert report.exception is not None
    assert (report.exception.type, report.exception.frames[-1].line) == ("EOFError", 6)
    assert "input had ended" in (explain_program(report, "input()") or "")


@pytest.mark.parametrize(
    ("source", "answers", "printed"),
    [
        ("import sys\nfor line in sys.stdin: print('got', line, end='')", ["1", None], "got 1\n"),
        ("import sys\nprint(repr(sys.stdin.read()))", ["1", "2", None], "'1\\n2\\n'"),
        ("import sys\nprint(sys.stdin.read(2), repr(sys.stdin.readline()))", ["abc"], "ab 'c\\n'"),
        ("import sys\nprint(sys.stdin.readlines())", ["1", None], "['1\\n']"),
        ("import asyncio\nprint(asyncio.run(asyncio.to_thread(input)))", ["late"], "late\nlate"),
    ],
)
def test_every_way_of_reading(
    source: str, answers: list[str | None], printed: str, door: Door
) -> None:
    talk = Talk(answers)
    assert run(door, source, talk).verdict is Verdict.PASSED
    assert printed in talk.transcript


def test_a_breakpoint_opens_the_debugger(door: Door) -> None:
    talk = Talk(["p total", "c"])
    report = run(door, "total = 3\nbreakpoint()\nprint('end')\n", talk)
    assert report.verdict is Verdict.PASSED
    assert "(Pdb) p total\n3\n(Pdb) c\nend\n" in talk.transcript
    assert "set_trace" not in talk.transcript
