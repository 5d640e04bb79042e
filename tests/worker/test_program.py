"""A program runs as the main one: its input, its files, its threads, its check."""

from __future__ import annotations

import pytest

from course.model import Verdict
from tests.checking.door import Door


def test_runs_as_the_main_program(door: Door) -> None:
    report = door.run(
        "import asyncio\n\n\nasync def main():\n    print('in main', __name__)\n\n\n"
        "if __name__ == '__main__':\n    asyncio.run(main())\n"
    )
    assert report.printed == "in main __main__\n"


def test_reads_its_input(door: Door) -> None:
    report = door.run("name = input('Who? ')\nprint('Hello', name)", stdin="Ada\n")
    assert report.printed == "Who? Hello Ada\n"


def test_input_that_ends_is_an_eof_error(door: Door) -> None:
    report = door.run("first = input()\nsecond = input('more? ')\n", stdin="tea\n")
    assert report.verdict is Verdict.ERROR
    assert report.exception is not None
    assert (report.exception.type, report.exception.frames[0].line) == ("EOFError", 2)
    assert report.printed == "more? "


def test_files_are_beside_it(door: Door) -> None:
    report = door.run("print(open('data/stock.csv').read())", files={"data/stock.csv": "tea,3"})
    assert report.printed == "tea,3\n"


def test_files_cannot_leave_the_folder(door: Door) -> None:
    with pytest.raises(ValueError, match="leaves"):
        door.run("pass", files={"../out.txt": "x"})


@pytest.mark.parametrize(
    ("source", "check", "checked"),
    [
        ("total = 3", "total == 3", True),
        ("total = 3", "total == 4", False),
        ("total = 3", "missing == 4", False),
        ("async def later():\n    return 7", "await later() == 7", True),
        ("class Order:\n    total = 4", "Order().total == 4", True),
        ("raise ValueError('no')", "True", None),
    ],
)
def test_a_check_is_evaluated_in_its_namespace(
    source: str, check: str, checked: bool | None, door: Door
) -> None:
    report = door.run(source, check=check)
    assert report.checked is checked
    assert (report.verdict is Verdict.PASSED) is bool(checked)


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("import sys\nprint('a')\nsys.exit()\nprint('b')", "a\n"),
        ("import sys\nsys.exit('stopped: no stock')", "stopped: no stock\n"),
        ("exit()", ""),
    ],
)
def test_a_program_may_end_itself(source: str, printed: str, door: Door) -> None:
    report = door.run(source)
    assert (report.verdict, report.printed) == (Verdict.PASSED, printed)


def test_a_program_ends_when_its_threads_have_ended(door: Door) -> None:
    report = door.run(
        "import threading, time\n\n\ndef work():\n    time.sleep(0.1)\n    print('done')\n\n\n"
        "threading.Thread(target=work).start()\nprint('started')\n"
    )
    assert (report.verdict, report.printed) == (Verdict.PASSED, "started\ndone\n")
    waits = "import threading\nthreading.Thread(target=threading.Event().wait).start()"
    assert door.run(waits, timeout=0.5).verdict is Verdict.TIMEOUT


@pytest.mark.parametrize(
    ("more", "printed"),
    [
        ("", "INFO:root:tea 1\nWARNING:shop:late\n"),
        (", force=True, format='%(message)s'", "tea 1\nlate\n"),
        (", force=True, filename='shop.log'", ""),
    ],
)
def test_what_is_logged_is_printed(more: str, printed: str, door: Door) -> None:
    report = door.run(
        "import logging\n"
        f"logging.basicConfig(level=logging.INFO{more})\n"
        "logging.info('tea %s', 1)\n"
        "logging.getLogger('shop').warning('late')\n"
    )
    assert (report.exception, report.printed) == (None, printed)
