"""Programs run right here, in the test's own process: what a question is marked by, and cheap."""

from __future__ import annotations

import contextlib
import io
import traceback
from types import CodeType
from typing import Any

from course.model import ExceptionInfo, Frame, ProgramReport, Verdict


async def run(
    source: str, *, stdin: str = "", needs: tuple[str, ...] = (), check: str | None = None
) -> ProgramReport:
    """Run a program of a test, which ends and reads nothing, and evaluate its check."""
    printed = io.StringIO()
    names: dict[str, Any] = {"__name__": "__main__"}
    try:
        code = compile(source, "main.py", "exec", dont_inherit=True)
        with contextlib.redirect_stdout(printed):
            exec(code, names)
    except Exception as error:
        return ProgramReport(Verdict.ERROR, printed.getvalue(), _told(error, source))
    if check is None:
        return ProgramReport(Verdict.PASSED, printed.getvalue())
    try:
        checked = bool(eval(check, names))  # noqa: S307 - the test's own
    except Exception as error:
        return ProgramReport(
            Verdict.FAILED, printed.getvalue(), _told(error, source), checked=False
        )
    verdict = Verdict.PASSED if checked else Verdict.FAILED
    return ProgramReport(verdict, printed.getvalue(), checked=checked)


def _told(error: Exception, source: str) -> ExceptionInfo:
    lines = source.splitlines()
    frames = tuple(
        Frame("main.py", line, "", lines[line - 1])
        for frame, line in traceback.walk_tb(error.__traceback__)
        if isinstance(frame.f_code, CodeType) and frame.f_code.co_filename == "main.py"
    )
    return ExceptionInfo(type(error).__name__, str(error), frames)
