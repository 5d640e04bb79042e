"""Text that fits on a screen, and the line under a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from course.model import Verdict
from course.plural import counted
from course.signs import RIGHT, STOPPED, WRONG
from course.verdict_words import WORDS

if TYPE_CHECKING:
    from course.model import ProgramReport

_CONTROLS = {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\n\t"} | {127: "␡"}
_LONGEST = 200


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


def run_line(report: ProgramReport, *, stopped: bool) -> tuple[str, str]:
    """How a run in the playground ended, in a line with its symbol, and the line's colour."""
    if stopped and report.verdict is Verdict.TIMEOUT:
        return f"{STOPPED} {report.limit}", "$warning"
    words = WORDS[report.verdict]
    return f"{words.sign} {words.program}", _COLOURS.get(words.sign, "$warning")


_COLOURS = {RIGHT: "$success", WRONG: "$error", STOPPED: "$warning"}
