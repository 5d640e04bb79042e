"""What is tried of the sandbox would work without one, or it would prove nothing."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import pytest

from course.checking import Checker
from course.checking.promises import _START, PROMISES, Promise, TriedPromise, _victims, try_all
from course.model import ExceptionInfo, ProgramReport, Verdict

DONE = ProgramReport(Verdict.PASSED, printed="done\n")
RAISED = ExceptionInfo("PermissionError", "no")


class Answers:
    """Reports the same of every program, and keeps what it was asked to run."""

    def __init__(self, report: ProgramReport) -> None:
        self.report = report
        self.asked: list[tuple[str, dict[str, Any]]] = []

    async def run(self, source: str, **more: Any) -> ProgramReport:
        self.asked.append((source, more))
        return self.report


def tried(answers: Answers) -> list[TriedPromise]:
    async def work() -> list[TriedPromise]:
        return [one async for one in try_all(cast(Checker, answers))]

    return asyncio.run(work())


@pytest.mark.skipif(sys.platform == "win32", reason="a system with signals and such sockets")
@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.can)
def test_without_a_sandbox_every_promise_is_broken(promise: Promise, tmp_path: Path) -> None:
    for name in ("checking", "worker"):
        (tmp_path / name).mkdir()
    with _victims() as values:
        tries = "\n".join(f"    {line}" for line in promise.tries.splitlines())
        source = _START.format(values=values, tries=tries)
        command = [sys.executable, "-I", "-c", source]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout.endswith("done\n"), done.stderr


def test_what_fails_is_held_back_and_says_nothing(tmp_path: Path) -> None:
    source = _START.format(values=("", 0, "", 0, ""), tries="    open('')")
    command = [sys.executable, "-I", "-c", source]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("report", "holds", "refused"),
    [
        (DONE, False, ""),
        (ProgramReport(Verdict.PASSED, printed="so far\ndone\n"), False, ""),
        (ProgramReport(Verdict.PASSED, printed=""), True, ""),
        (ProgramReport(Verdict.PASSED, printed="done\nnot yet"), True, ""),
        (ProgramReport(Verdict.TOO_MANY_FILES, printed="done\n", limit="Files."), True, ""),
        (ProgramReport(Verdict.CRASHED, printed="done\n", limit="Gone."), False, ""),
        (ProgramReport(Verdict.ERROR, limit="Not safe here."), True, "Not safe here."),
        (ProgramReport(Verdict.ERROR), True, ""),
        (ProgramReport(Verdict.ERROR, exception=RAISED, limit="Raised."), True, ""),
    ],
)
def test_a_promise_holds_where_the_program_did_not_come_through(
    report: ProgramReport, holds: bool, refused: str
) -> None:
    outcomes = tried(Answers(report))
    assert [one.promise for one in outcomes] == list(PROMISES)
    assert {(one.holds, one.refused) for one in outcomes} == {(holds, refused)}


def test_each_is_tried_with_what_such_exercises_need() -> None:
    answers = Answers(DONE)
    tried(answers)
    assert [more["needs"] for _, more in answers.asked] == [one.needs for one in PROMISES]
    assert {one.needs for one in PROMISES} == {(), ("processes",), ("localhost",)}
    for (source, _), promise in zip(answers.asked, PROMISES, strict=True):
        compile(source, "main.py", "exec")
        assert all(f"    {line}\n" in source for line in promise.tries.splitlines())


def test_the_users_own_files_are_not_what_is_tried() -> None:
    with _victims() as (secret, port, named, app, package):
        assert Path(secret).read_text("utf-8") == "parcel"
        if os.name == "posix":
            assert Path(secret).stat().st_mode & 0o777 == 0o600
        socket.create_connection(("127.0.0.1", port), 5).close()
        if hasattr(socket, "AF_UNIX"):
            with socket.socket(socket.AF_UNIX) as other:
                other.connect(named)
        assert app == os.getpid()
        assert Path(package, "checking", "checker.py").is_file()
    assert not Path(secret).parent.exists()
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", port), 5)
