"""`course doctor` says what works here: it tries a check instead of believing in one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from course.checking import extras
from course.commands import doctor
from course.locations import Locations
from course.worker import sandbox
from tests.commands.course_command import course
from tests.conftest import SMALL_COURSE


def test_a_check_is_tried_from_start_to_end_and_so_is_what_the_sandbox_promises(
    small_course: Locations,
) -> None:
    done = course("doctor")

    assert done.returncode == 0, done.stdout
    assert "✓ a check of a right and of a wrong answer, from start to end" in done.stdout
    assert "✓ your code is checked in a full sandbox (14 ways out of it were tried)" in done.stdout


def test_a_check_that_goes_wrong_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = tmp_path / "content"
    shutil.copytree(SMALL_COURSE, content)
    for solution in content.glob("exercises/basics/*/solution.py"):
        solution.write_text("import os\n\nos._exit(0)\n", encoding="utf-8")
    monkeypatch.setenv("COURSE_CONTENT", str(content))

    done = course("doctor")

    assert done.returncode == 1
    assert "✗ the reference of basics/" in done.stdout
    assert "ended the whole Python process" in done.stdout


def test_what_does_not_hold_is_told(
    small_course: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_SANDBOX", "limits")
    done = course("doctor")
    assert "full sandbox" not in done.stdout
    for words in ("read your files", "start programs", "use the network", "talk to your other"):
        assert f"\n    {words}" in done.stdout
    assert "\n    fill your disk" not in done.stdout  # that does not rest on the system
    assert "COURSE_SANDBOX=limits switches protection off" in done.stdout


REFUSES_UNSHARE = """
import struct, sys
from course.worker import privileges, seccomp

unshare = {"x86_64": 272, "aarch64": 97}[__import__("os").uname().machine]
filter_ = [(0x20, 0, 0, 0), (0x15, 0, 1, unshare), (6, 0, 0, 0x50001), (6, 0, 0, 0x7FFF0000)]
privileges.no_new()
seccomp.load(b"".join(struct.pack("HBBI", *one) for one in filter_))
sys.argv = ["course", "doctor"]
from course.cli import main
main()
"""


@pytest.mark.skipif(not sandbox.LINUX, reason="a filter of Linux")
def test_where_no_network_can_be_made_it_is_said_what_is_not_run(
    small_course: Locations,
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", REFUSES_UNSHARE], capture_output=True, text=True, check=False
    )
    assert "✓ your code is checked in a full sandbox" in done.stdout
    assert done.stdout.count("so it is not run") == 1


def test_what_a_few_exercises_need_is_named_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    known = {
        "data": {"flask": "flask", "no_such_module": "no-such-package"},
        "rest": {"flask": "f"},
    }
    monkeypatch.setattr(extras, "EXTRAS", known)
    doctor._tell_of_extras()
    told = capsys.readouterr().out.splitlines()
    assert len(told) == 2
    assert "no-such-package" in told[0]
    assert "data" in told[0]
    assert told[1].strip().endswith("pip install no-such-package")
