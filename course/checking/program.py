"""What running a whole program did, as a report."""

from __future__ import annotations

from pathlib import Path

import msgspec

from course.checking.conversation import Conversation
from course.checking.stuck import where_stuck
from course.checking.verdict import exception_info, say_timeout, stopped
from course.model import ProgramReport, Verdict
from course.worker.protocol import Checked, Ran


def program_report(
    talk: Conversation, slot: Path, source: str, seconds: float, has_check: bool
) -> ProgramReport:
    """Judge a program: it passed when it ended by itself and its check, if any, was true."""
    ran = talk.last(Ran)
    exception = exception_info(ran.exception) if ran else None
    stuck = None
    stop = stopped(talk)
    limit = None
    checked = None
    if stop is not None:
        verdict, limit = stop
        if verdict is Verdict.TIMEOUT:
            stuck = where_stuck(talk, slot, source, seconds)
            limit = say_timeout(seconds, stuck)
    elif exception is not None:
        verdict = Verdict.ERROR
    else:
        message = talk.last(Checked)
        checked = message.value if message else None
        exception = exception_info(message.exception) if message else None
        verdict = Verdict.PASSED if not has_check or checked else Verdict.FAILED
    return ProgramReport(
        verdict=verdict,
        printed=talk.printed,
        exception=exception,
        checked=checked,
        stuck=stuck,
        limit=limit,
        seconds=round(talk.seconds, 4),
    )


def stopped_report(report: ProgramReport) -> ProgramReport:
    """The report of a program that the learner has stopped, in case it was stopped in time."""
    if report.verdict is not Verdict.TIMEOUT:
        return report
    stuck = report.stuck
    place = f" on line {stuck.line}" if stuck and stuck.line else ""
    return msgspec.structs.replace(report, limit=f"You stopped it{place}.")
