"""What a program printed, how it ended, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.verdict_words import program_ending

if TYPE_CHECKING:
    from course.model import ProgramReport
    from course.plain.talk import Talk


def say_program(
    talk: Talk, report: ProgramReport, title: str = "Python prints", also_nothing: bool = True
) -> None:
    """Say the output of a run under a title; one without a word only with `also_nothing`."""
    printed, ending = report.printed.rstrip("\n"), program_ending(report)
    if not (printed or ending or also_nothing):
        return
    talk.say(f"{title}:")
    if printed:
        talk.exactly(printed)
    for line in ending:
        talk.say(line)
    if not printed and not ending:
        talk.say("    (nothing)")
    talk.say()
