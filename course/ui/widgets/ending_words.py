"""What a report says in a few words: the ending of a program, an exception, its frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from course.model import Verdict
from course.plural import counted
from course.signs import RIGHT, STOPPED, WRONG
from course.verdict_words import WORDS

if TYPE_CHECKING:
    from course.model import ExceptionInfo, Frame, ProgramReport, Stuck

_CONTROLS = {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\n\t"} | {127: "␡"}
_LONGEST = 200
_FRAMES = 12
"""Frames of a traceback that are shown, half of them from each end."""


def printable(text: str, longest: int = _LONGEST) -> str:
    """`text` safe to show: control characters as pictures, at most `longest` lines."""
    lines = text.replace("\r\n", "\n").translate(_CONTROLS).expandtabs(4).split("\n")
    left_out = len(lines) - longest
    if left_out > 0:
        lines = [*lines[:longest], f"… {counted(left_out, 'more line')}"]
    return "\n".join(lines)


def fitted(text: str, room: int, *, pad: bool = False) -> str:
    """As much of `text` as has room, cut between words where one word fits; `pad` fills up."""
    room = max(1, room)
    if cell_len(text) > room:
        at = text.rfind(" ", 0, room - 1)
        text = f"{text[:at].rstrip(' ·,')} …" if at > 0 else set_cell_size(text, room - 1) + "…"
    return set_cell_size(text, room) if pad or cell_len(text) > room else text


def exception_line(exception: ExceptionInfo) -> str:
    """The last line of a traceback: `ValueError: not a number`."""
    if exception.message:
        return f"{exception.type}: {exception.message}"
    return exception.type


def exception_place(exception: ExceptionInfo) -> str:
    """The learner's line that it came from, or nothing."""
    if not exception.frames:
        return ""
    frame = exception.frames[-1]
    place = f"line {frame.line}" + _elsewhere(frame, exception)
    return f"{place}: {frame.code.strip()}" if frame.code else place


def _elsewhere(frame: Frame, exception: ExceptionInfo) -> str:
    """The frame's file, where that is another one than the exception began in."""
    return f" of {frame.file}" if frame.file != exception.frames[0].file else ""


def stuck_line(stuck: Stuck) -> str:
    """Where code was when its time ran out."""
    if stuck.line is None:
        return ""
    code = f": {stuck.code.strip()}" if stuck.code else ""
    return f"It was on line {stuck.line}{code}"


def program_ending(report: ProgramReport) -> list[str]:
    """How a program ended where it did not end by itself: a symbol and words, then the place."""
    if report.exception is not None:
        place = exception_place(report.exception)
        return [f"{WRONG} {exception_line(report.exception)}", *([f"  {place}"] if place else [])]
    if report.verdict not in (Verdict.PASSED, Verdict.FAILED, Verdict.ERROR):
        where = stuck_line(report.stuck) if report.stuck else ""
        words = f"{STOPPED} {WORDS[report.verdict].program}."
        return [words, *([f"  {where}"] if where else [])]
    return []


def traceback_lines(exception: ExceptionInfo) -> list[str]:
    """The learner's own frames, the innermost last, as Python shows them; without the end."""
    frames = exception.frames
    lines = ["Traceback (most recent call last):"] if frames else []
    for number, frame in enumerate(frames):
        if len(frames) > _FRAMES and number == _FRAMES // 2:
            lines.append(f"  … {counted(len(frames) - _FRAMES, 'more call')} …")
        if _FRAMES // 2 <= number < len(frames) - _FRAMES // 2:
            continue
        function = f", in {frame.function}" if frame.function else ""
        lines.append(f"  line {frame.line}{_elsewhere(frame, exception)}{function}")
        if frame.code:
            lines.append(f"    {frame.code.strip()}")
    return lines


def run_line(report: ProgramReport, *, stopped: bool) -> tuple[str, str]:
    """How a run in the playground ended, in a line with its symbol, and the line's colour."""
    if stopped and report.verdict is Verdict.TIMEOUT:
        return f"{STOPPED} {report.limit}", "$warning"
    words = WORDS[report.verdict]
    return f"{words.sign} {words.program}", _COLOURS.get(words.sign, "$warning")


_COLOURS = {RIGHT: "$success", WRONG: "$error", STOPPED: "$warning"}
