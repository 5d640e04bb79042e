"""`course run`: a program of the learner's own, as Python runs it, and its error explained."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

COURSE = [sys.executable, "-m", "course", "run"]


def started(
    folder: Path, command: list[str], given: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        check=False,
    )


def both(folder: Path, *arguments: str, given: str = "") -> list[subprocess.CompletedProcess[str]]:
    """The same program run by Python and by the course."""
    return [
        started(folder, [*command, *arguments], given) for command in ([sys.executable], COURSE)
    ]


SEES = """\
import sys, helper
print(__name__, __file__, sys.argv, sys.path[0], __builtins__.__name__, __spec__, __package__)
print(helper.VALUE, sorted(vars()), len(sys.modules) > 0)
print(input(), input())
print("problem", file=sys.stderr)
sys.exit(7)
"""


def test_a_program_sees_what_it_sees_under_python(tmp_path: Path) -> None:
    (tmp_path / "helper.py").write_text("VALUE = 5\n", encoding="utf-8")
    (tmp_path / "sees.py").write_text(SEES, encoding="utf-8")
    python, course = both(tmp_path, "sees.py", "-x", "--step", given="a\nb\n")
    assert course.stdout == python.stdout
    assert (course.returncode, course.stderr) == (7, python.stderr)


@pytest.mark.parametrize("arguments", [["-m", "shop", "a"], ["shop", "a"]])
def test_a_module_and_a_folder_run_as_under_python(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "__init__.py").touch()
    program = "import sys\nprint(__name__, __package__, sys.argv)\n1 / 0\n"
    (tmp_path / "shop" / "__main__.py").write_text(program, encoding="utf-8")
    python, course = both(tmp_path, *arguments)
    assert course.stdout == python.stdout
    assert course.returncode == 1
    assert course.stderr.startswith(python.stderr)
    assert "It divides by `0`." in " ".join(course.stderr.split())


FAILS = """\
def average(prices):
    total = sum(prices)
    return total / len(prices)

average([])
"""


def test_a_traceback_is_followed_by_why_and_the_values(tmp_path: Path) -> None:
    (tmp_path / "prices.py").write_text(FAILS, encoding="utf-8")
    python, course = both(tmp_path, "prices.py")
    assert course.returncode == 1
    assert course.stderr.startswith(python.stderr)
    told = " ".join(course.stderr.removeprefix(python.stderr).split())
    assert "It stopped on line 3 of `prices.py`, in `average()`" in told
    assert "`prices` has no items" in told
    assert "The values there: `prices = []`, `total = 0`" in told


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("if True\n    print(1)\n", "needs a colon"),
        ("print(“hi”)\n", "quotes"),
        ("input()\n", "asks for one more line of input"),
        ("open('gone.txt')\n", "The file it opens is not there"),
        ("import sys\nsys.exit('no')\n", ""),
        ("raise KeyboardInterrupt\n", ""),
    ],
)
def test_what_ends_a_program_is_explained_truly(tmp_path: Path, source: str, told: str) -> None:
    (tmp_path / "ends.py").write_text(source, encoding="utf-8")
    python, course = both(tmp_path, "ends.py")
    assert course.returncode == python.returncode
    assert course.stderr.startswith(python.stderr)
    rest = " ".join(course.stderr.removeprefix(python.stderr).split())
    assert told in rest
    assert bool(rest) is bool(told)
    assert "check" not in rest


def test_a_module_of_the_programs_own_may_be_called_as_one_of_pythons(tmp_path: Path) -> None:
    (tmp_path / "datetime.py").write_text("NOW = 1\n", encoding="utf-8")
    (tmp_path / "course.py").write_text("X = 1\n", encoding="utf-8")
    source = "import datetime, course\nprint(datetime.NOW + course.X)\nmissing\n"
    (tmp_path / "program.py").write_text(source, encoding="utf-8")
    python, course = both(tmp_path.parent, str(tmp_path / "program.py"))
    assert course.stdout == python.stdout == "2\n"
    assert "It stopped on line 3 of `program.py`" in " ".join(course.stderr.split())


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_a_signal_that_ends_the_program_ends_the_command(tmp_path: Path) -> None:
    source = "import os\nos.kill(os.getpid(), 15)\n"
    (tmp_path / "dies.py").write_text(source, encoding="utf-8")
    done = started(tmp_path, [*COURSE, "dies.py"])
    assert done.returncode == -signal.SIGTERM


def test_what_cannot_be_run_is_named(tmp_path: Path) -> None:
    (tmp_path / "prices.py").touch()
    (tmp_path / "empty").mkdir()
    assert "Did you mean prices.py?" in started(tmp_path, [*COURSE, "price.py"]).stderr
    assert "without a `__main__.py`" in started(tmp_path, [*COURSE, "empty"]).stderr
    done = started(tmp_path, COURSE)
    assert (done.returncode, "needs a file" in done.stderr) == (2, True)


def test_it_is_stepped_through_with_its_files_input_and_arguments(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "prices.txt").write_text("450\n", encoding="utf-8")
    source = (
        "import sys\n"
        "price = open('data/prices.txt').read().strip()\n"
        "name = input()\n"
        "word = sys.argv[1]\n"
    )
    (tmp_path / "own.py").write_text(source, encoding="utf-8")
    done = started(tmp_path, [*COURSE, "--step", "own.py", "hello"], "Mei\n")
    assert done.returncode == 0, done.stderr
    assert "price is '450' (new)" in done.stdout
    assert "name is 'Mei' (new)" in done.stdout
    assert "word is 'hello' (new)" in done.stdout
    assert "The program has ended" in done.stdout
