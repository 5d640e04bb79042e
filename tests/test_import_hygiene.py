"""What must not be imported is not imported: proven in fresh processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from course.locations import Locations

DOUBLE = Path(__file__).parent / "content" / "exercises" / "basics" / "double"

PROGRAM = """
import sys
from course import cli
sys.argv = ["course", *{arguments!r}]
try:
    cli.main()
except SystemExit as ended:
    assert ended.code in (0, None), ended.code
loaded = [name for name in {forbidden!r} if name in sys.modules]
assert not loaded, loaded
"""


@pytest.mark.parametrize(
    ("arguments", "forbidden"),
    [
        (["--help"], ["textual", "yaml", "pytest", "course.learner.session"]),
        (["check", "--help"], ["textual", "yaml", "pytest"]),
        (["check", "--exercise", str(DOUBLE), str(DOUBLE / "solution.py")], ["textual", "pytest"]),
        (["check", "--exercise", str(DOUBLE), "--json", str(DOUBLE / "solution.py")], ["textual"]),
        (["list", "--json"], ["textual", "pytest"]),
        (["author", "--help"], ["textual", "pytest"]),
        (["doctor"], ["textual"]),
    ],
)
def test_a_command_imports_only_what_it_needs(
    small_course: Locations, arguments: list[str], forbidden: list[str]
) -> None:
    program = PROGRAM.format(arguments=arguments, forbidden=forbidden)
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr
