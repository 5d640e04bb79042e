"""In an exercise that prints, the line that printed the wrong thing is where it goes wrong."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from course.catalogue import read_exercise
from course.checking import Checker
from course.tracing.trace import Trace

_EXERCISE = {
    "exercise.yaml": "title: Header\nkind: write\nbrief: Print two lines.\n",
    "starter.py": "def header():\n    pass\n",
    "solution.py": 'def header():\n    print("HARBOUR")\n    print("No.", 7)\n    print("-")\n',
}
_WHOLE = "    assert capsys.readouterr().out.strip() == 'HARBOUR\\nNo. 7\\n-'\n"
_LIST = "    assert capsys.readouterr().out.splitlines() == ['HARBOUR', 'No. 7', '-']\n"
_PART = "    assert capsys.readouterr().out.splitlines()[1:2] == ['No. 7']\n"


def traced(folder: Path, test: str, source: str) -> Trace:
    """The recording of the failing test on a source."""
    begins = "from header import header\n\n\ndef test_it(capsys):\n    header()\n"
    files = {"test_header.py": begins}
    for name, text in {**_EXERCISE, **files}.items():
        more = test if name.startswith("test_") else ""
        (folder / name).write_text(text + more, encoding="utf-8")
    exercise = read_exercise(folder)

    async def work() -> Trace:
        async with Checker() as checker:
            report = await checker.check(exercise, source)
            assert report.first_failure is not None
            return await checker.trace(exercise, source, report.first_failure)

    return asyncio.run(work())


@pytest.mark.parametrize("test", [_WHOLE, _LIST, _PART], ids=["text", "lines", "one line"])
def test_the_step_that_printed_the_wrong_line_is_the_failure(tmp_path: Path, test: str) -> None:
    folder = tmp_path / "header"
    folder.mkdir()
    source = 'def header():\n    print("HARBOUR")\n    print("No.", 8)\n    print("-")\n'
    trace = traced(folder, test, source)
    assert trace.failure is not None
    assert trace[trace.failure].line == 3
    assert trace[trace.failure].printed == "HARBOUR\n"
    assert trace[trace.failure + 1].printed == "HARBOUR\nNo. 8\n"
    assert trace.wrong_line is not None
    assert trace.wrong_line.expected == "No. 7"


def test_where_a_line_is_missing_the_end_is_the_failure(tmp_path: Path) -> None:
    folder = tmp_path / "header"
    folder.mkdir()
    source = 'def header():\n    print("HARBOUR")\n    print("No.", 7)\n'
    trace = traced(folder, _LIST, source)
    assert trace.failure == len(trace) - 1
    assert trace.wrong_line is None
