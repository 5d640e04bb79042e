"""`course run`: the error of a program of the learner's own is explained."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.commands.own_program import COURSE, both, started

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


def test_what_cannot_be_run_is_named(tmp_path: Path) -> None:
    (tmp_path / "prices.py").touch()
    (tmp_path / "empty").mkdir()
    assert "Did you mean prices.py?" in started(tmp_path, [*COURSE, "price.py"]).stderr
    assert "without a `__main__.py`" in started(tmp_path, [*COURSE, "empty"]).stderr
    done = started(tmp_path, COURSE)
    assert (done.returncode, "needs a file" in done.stderr) == (2, True)


def test_a_file_that_cannot_be_read_is_explained_also_where_another_imports_it(
    tmp_path: Path,
) -> None:
    (tmp_path / "shop.py").write_text("def price(:\n    pass\n", encoding="utf-8")
    (tmp_path / "main.py").write_text("import shop\n", encoding="utf-8")
    done = started(tmp_path, [*COURSE, "main.py"])
    assert "In `shop.py`: The `(` on line 1, `def price(:`" in " ".join(done.stderr.split())


def test_of_a_module_that_is_not_there_it_says_which_python_looked(tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text("import not_installed\n", encoding="utf-8")
    done = started(tmp_path, [*COURSE, "main.py"], VIRTUAL_ENV="")
    assert f"It was run by {sys.executable}" in done.stderr
