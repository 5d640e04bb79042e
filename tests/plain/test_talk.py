"""The dialogue at a real terminal and through a pipe: Ctrl+C, the end, colours, widths."""

from __future__ import annotations

import os
import subprocess
import sys

import pexpect
import pytest

from course.locations import Locations
from course.plain.talk import can_colour

COURSE = [sys.executable, "-m", "course"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_at_a_dumb_terminal_it_opens_by_itself_and_ctrl_c_goes_back_then_leaves(
    small_course: Locations,
) -> None:
    environment = {**os.environ, "TERM": "dumb", "PYTHONUTF8": "1"}
    environment.pop("COLUMNS", None)  # the terminal says how wide it is
    term = pexpect.spawn(
        COURSE[0], COURSE[1:], env=environment, dimensions=(24, 40), encoding="utf-8", timeout=60
    )
    said = []
    for key in ("1\r", "\r", "\x03", "\x03"):
        term.expect("> $")
        said.append(term.before)
        term.send(key)
    term.expect(pexpect.EOF)
    text = "".join([*said, term.before])
    term.close()
    assert (term.exitstatus, term.signalstatus) == (0, None)
    assert "\x1b" not in text
    assert "Functions hand values back. Step 1 of 8" in text
    assert said[-1].count("Menu") == 1
    assert "Traceback" not in text
    said_by_us = [line for line in text.splitlines() if os.sep not in line]  # paths stay whole
    assert all(len(line) < 40 for line in said_by_us)


def test_through_a_pipe_the_end_of_the_input_ends_it_quietly(small_course: Locations) -> None:
    done = subprocess.run(
        [*COURSE, "--plain"], input="1\n\n", capture_output=True, text=True, encoding="utf-8"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.rstrip().endswith("q: leave")
    again = subprocess.run(
        [*COURSE, "--plain"], input="", capture_output=True, text=True, encoding="utf-8"
    )
    assert "Go on with: Functions hand values back" in again.stdout


def test_without_a_reader_it_ends_quietly(small_course: Locations) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = subprocess.run(
            [*COURSE, "--plain"], stdout=write, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL
        )
    finally:
        os.close(write)
    assert done.stderr == b""


def test_colours_are_for_terminals_that_can(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert can_colour()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not can_colour()
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not can_colour()
