"""A program of the learner's own sees what it sees under Python alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.own_program import both

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


def test_a_module_of_the_programs_own_may_be_called_as_one_of_pythons(tmp_path: Path) -> None:
    (tmp_path / "datetime.py").write_text("NOW = 1\n", encoding="utf-8")
    (tmp_path / "course.py").write_text("X = 1\n", encoding="utf-8")
    source = "import datetime, course\nprint(datetime.NOW + course.X)\nmissing\n"
    (tmp_path / "program.py").write_text(source, encoding="utf-8")
    python, course = both(tmp_path.parent, str(tmp_path / "program.py"))
    assert course.stdout == python.stdout == "2\n"
    assert "It stopped on line 3 of `program.py`" in " ".join(course.stderr.split())
