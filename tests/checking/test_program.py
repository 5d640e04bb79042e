"""Whole programs: examples, questions and the playground."""

from __future__ import annotations

import pytest

from course.model import Verdict
from tests.checking.door import Door


def test_prints_in_the_order_it_came(door: Door) -> None:
    report = door.run(
        "import os, sys\nprint('one')\nos.write(1, b'two\\n')\n"
        "print('three', file=sys.stderr)\nprint('four', end='')\n"
    )
    assert (report.verdict, report.printed) == (Verdict.PASSED, "one\ntwo\nthree\nfour")


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
