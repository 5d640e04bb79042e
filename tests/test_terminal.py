"""What is written to a terminal or a pipe: shown and never obeyed, also where nobody reads it."""

from __future__ import annotations

import io
import json
import os
import sys

import pytest

from course.terminal import echo_json, nobody_reads, unread_as_well, write_line


@pytest.mark.parametrize(
    ("text", "colour", "written"),
    [
        ("all right", "", "all right\n"),
        ("all right", "32", "\x1b[32mall right\x1b[0m\n"),
        ("", "32", "\n"),
        ("\x1b[2Jgone", "", "\\x1b[2Jgone\n"),
    ],
)
def test_a_line_is_shown_in_its_colour_and_obeyed_never(
    capsys: pytest.CaptureFixture[str], text: str, colour: str, written: str
) -> None:
    write_line(text, colour)
    assert capsys.readouterr().out == written


def test_an_error_goes_where_errors_go(capsys: pytest.CaptureFixture[str]) -> None:
    write_line("no", err=True, end="")
    assert capsys.readouterr() == ("", "no")


def test_a_name_that_is_no_utf8_is_json_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    echo_json({"file": "a\udcff"})
    assert json.loads(capsys.readouterr().out) == {"file": "a\udcff"}


def written_to(read: int, number: int, monkeypatch: pytest.MonkeyPatch, first: str) -> bytes:
    """What arrives of a text and of one after it, whose reader goes away after the first."""
    with io.TextIOWrapper(io.FileIO(number, "wb"), write_through=True) as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        with unread_as_well():
            print(first, flush=True)
            got = os.read(read, 100)
            os.close(read)
            print("nobody reads this", flush=True)
        assert sys.stdout is stream
    return got


def test_work_goes_on_to_its_end_when_its_reader_goes_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert written_to(*os.pipe(), monkeypatch, "first") == b"first\n"


def test_what_cannot_be_a_pipe_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    with unread_as_well():
        print("a test's", end="")
    assert stream.getvalue() == "a test's"


def test_after_nobody_reads_a_broken_pipe_is_no_error() -> None:
    read, write = os.pipe()
    os.close(read)
    with pytest.raises(BrokenPipeError):
        os.write(write, b"x")
    nobody_reads(write)
    assert os.write(write, b"x") == 1
    os.close(write)
