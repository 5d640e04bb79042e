"""What a report says in a few words."""

from __future__ import annotations

import pytest

from course.model import ExceptionInfo, Frame, ProgramReport, Stuck, Verdict
from course.ui.widgets.ending_words import fitted, printable, run_line
from course.verdict_words import (
    exception_line,
    exception_place,
    program_ending,
    stuck_line,
    traceback_lines,
)


def frames(count: int, file: str = "main.py") -> tuple[Frame, ...]:
    return tuple(Frame(file, line, f"f{line}", f"  call({line})") for line in range(1, count + 1))


def test_what_a_terminal_obeys_is_shown_as_a_picture() -> None:
    assert printable("a\x1b[2J\x00\x7f\r\nb\tc") == "a␛[2J␀␡\nb   c"
    assert printable("1\n2\n3", 2) == "1\n2\n… 1 more line"
    assert printable("1\n2", 2) == "1\n2"


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two …"),
        ("one two, three", 12, "one two …"),
        ("onetwothree", 6, "onetw…"),
        ("one two", 4, "one…"),
        ("one", 0, "…"),
        ("船船船", 5, "船船…"),
    ],
)
def test_as_much_as_has_room_cut_between_words(text: str, room: int, shown: str) -> None:
    assert fitted(text, room) == shown


def test_what_is_short_is_filled_up_where_that_is_wanted() -> None:
    assert fitted("one", 5, pad=True) == "one  "
    assert fitted("one", 5) == "one"


def test_an_exception_in_a_line_and_where_it_came_from() -> None:
    assert exception_line(ExceptionInfo("E", "")) == "E"
    assert exception_line(ExceptionInfo("E", "no")) == "E: no"
    assert exception_place(ExceptionInfo("E", "no")) == ""
    inner = (*frames(1), Frame("shop.py", 7, "g", " x = 1 "))
    assert exception_place(ExceptionInfo("E", "no", inner)) == "line 7 of shop.py: x = 1"
    assert exception_place(ExceptionInfo("E", "no", (Frame("a", 7, "g"),))) == "line 7"


def test_the_learners_own_frames_the_innermost_last() -> None:
    assert traceback_lines(ExceptionInfo("E", "no")) == []
    assert traceback_lines(ExceptionInfo("E", "no", (Frame("a", 1, ""), *frames(1, "b")))) == [
        "Traceback (most recent call last):",
        "  line 1",
        "  line 1 of b, in f1",
        "    call(1)",
    ]
    whole = traceback_lines(ExceptionInfo("E", "no", frames(12)))
    assert len(whole) == 25
    cut = traceback_lines(ExceptionInfo("E", "no", frames(20)))
    assert len(cut) == 26
    assert cut[13] == "  … 8 more calls …"
    assert (cut[11], cut[14]) == ("  line 6, in f6", "  line 15, in f15")


def test_how_a_program_ended() -> None:
    assert program_ending(ProgramReport(Verdict.PASSED)) == []
    assert program_ending(ProgramReport(Verdict.FAILED)) == []
    error = ProgramReport(Verdict.ERROR, exception=ExceptionInfo("E", "no", frames(1)))
    assert program_ending(error) == ["✗ E: no", "  line 1: call(1)"]
    stopped = ProgramReport(Verdict.TIMEOUT, stuck=Stuck(3, code=" x "))
    assert program_ending(stopped) == [
        "■ It did not end in time and was stopped.",
        "  It was on line 3: x",
    ]
    assert program_ending(ProgramReport(Verdict.CRASHED)) == ["■ Python itself stopped."]
    assert stuck_line(Stuck(None)) == ""
    assert stuck_line(Stuck(3)) == "It was on line 3"


def test_how_a_run_in_the_playground_ended() -> None:
    by_learner = ProgramReport(Verdict.TIMEOUT, limit="You stopped it on line 2.")
    assert run_line(by_learner, stopped=True) == ("■ You stopped it on line 2.", "$warning")
    assert run_line(by_learner, stopped=False)[0].startswith("■ It did not end in time")
    assert run_line(ProgramReport(Verdict.PASSED), stopped=True) == (
        "✓ It came to its end",
        "$success",
    )
    assert run_line(ProgramReport(Verdict.ERROR), stopped=False)[1] == "$error"
